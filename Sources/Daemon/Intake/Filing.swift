import Linux
import Office
import Reports

/// Under which year and agency a report is filed. Both are names of folders too.
package struct Filing: Sendable, Hashable {
    /// Four digits, or words where the report does not say.
    package let year: String
    package let agency: String

    /// Files what was inspected: under the roster's name of the agency, else the report's own. Where the report does not name its
    /// agency, the bureau's folder does, else the file's name.
    package init(_ inspection: Inspection, at path: InboxPath) {
        year = inspection.result.year.map(String.init) ?? "未知年度"
        let name = inspection.agency?.name ?? inspection.result.agency ?? path.folder?.display
        agency = Self.component(name ?? Self.stem(path.name.display))
    }

    /// Where the report of an agency for a year is filed.
    package init(year: Int, agency: String) {
        self.year = String(year)
        self.agency = Self.component(agency)
    }

    /// The folder of a version below the status folder.
    static func path(year: String, agency: String, version: Int) -> String { "reports/\(year)/\(agency)/v\(version)" }

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
