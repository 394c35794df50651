/// Under which year and agency a report is filed. Both are names of folders too.
package struct Filing: Sendable, Hashable {
    /// Four digits, or words where the report does not say.
    package let year: String
    package let agency: String

    /// What the year is called of a report that does not say which it is.
    package static let unknownYear = "未知年度"

    /// Files a report under the first of the names that is known, else under the name of its file.
    package init(year: Int?, agency names: String?..., file: String) {
        self.year = year.map(String.init) ?? Self.unknownYear
        agency = Self.component(names.compactMap(\.self).first ?? Self.stem(file))
    }

    /// Where the report of an agency for a year is filed.
    package init(year: Int, agency: String) {
        self.year = String(year)
        self.agency = Self.component(agency)
    }

    /// The folder of a version below the status folder.
    package static func path(year: String, agency: String, version: Int) -> String {
        "reports/\(year)/\(agency)/v\(version)"
    }

    /// Whether a name can be that of a folder and of nothing else: it neither separates, hides nor steers. Names that were made by another
    /// edition are held to no more than that.
    package static func isFolderName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255 && !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: false
                default: scalar != "/"
                }
            }
    }

    /// A file's name without its last extension.
    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// A name as a folder may bear it, on Windows shares too: nothing that separates, hides or steers.
    private static func component(_ name: String) -> String {
        let safe = name.unicodeScalars.map { scalar -> Character in
            let isForbidden = "/\\:*?\"<>|".unicodeScalars.contains(scalar)
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: return "_"
            default: return isForbidden ? "_" : Character(scalar)
            }
        }
        let visible = String(safe).trimmed { $0 == "." || $0.isWhitespace }
        return visible.isEmpty ? "未知单位" : visible.cut(toBytes: 200)
    }
}
