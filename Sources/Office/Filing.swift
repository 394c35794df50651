import Linux
import Reports

/// Under which year and agency a report is filed. Both are names of folders too.
package struct Filing: Sendable, Hashable {
    /// Four digits, or words where the report does not say.
    package let year: String
    package let agency: String

    /// What the year is called of a report that does not say which it is.
    package static let unknownYear = "未知年度"

    /// Whether a text is what a report is filed under as its year: four digits, or the words for none.
    package static func isYear(_ text: String) -> Bool {
        text == unknownYear || text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// What people call a report, or a version of it, in a sentence: 某局 2024, 某局（未知年度）第 1 版.
    package static func name(agency: String, year: String, version: Int? = nil) -> String {
        let isUnknown = year == unknownYear
        let number = version.map { (isUnknown ? "" : " ") + "第 \($0) 版" } ?? ""
        return (isUnknown ? "\(agency)（\(year)）" : "\(agency) \(year)") + number
    }

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

    /// Where a report is filed that lies in the folder of another body: apart from the reports of both.
    package func apart(in folder: String) -> Filing { Filing(year, "（\(folder)文件夹报来）\(agency)") }

    /// Whether an agency is called so because its report lies in the folder of another one.
    package static func isApart(_ agency: String) -> Bool { agency.hasPrefix("（") && agency.contains("文件夹报来）") }

    /// The agency that a report names, also where it is filed apart.
    package static func own(of agency: String) -> String {
        guard isApart(agency), let end = agency.firstRange(of: "文件夹报来）")?.upperBound else { return agency }
        return String(agency[end...])
    }

    /// What the agency is called of a report that is filed apart, as SQLite's GLOB has it.
    package static let apartGlob = "（*文件夹报来）*"

    private init(_ year: String, _ agency: String) {
        self.year = year
        self.agency = Self.component(agency)
    }

    /// The folder of a version below the status folder. Each agency has one of its own, which follows from its name alone.
    package static func path(year: String, agency: String, version: Int) -> String {
        "\(reportsFolder)/\(year)/\(folder(of: agency))/v\(version)"
    }

    /// The folder of the reports below the status folder.
    package static let reportsFolder = "reports"

    /// The agency whose folder has a name; `nil` where that is the folder of none.
    package static func agency(ofFolder name: String) -> String? {
        guard isFolderName(name) else { return nil }
        let agency = name.hasPrefix("_") ? String(name.dropFirst()) : name
        return [agency, name].first { folder(of: $0) == name }
    }

    /// The number of the version whose folder has a name; `nil` where that is the folder of none.
    package static func version(ofFolder name: String) -> Int? {
        let number = name.hasPrefix("v") ? Int(name.dropFirst()) : nil
        return number.flatMap { $0 > 0 && "v\($0)" == name ? $0 : nil }
    }

    /// The page of an agency's years, below the status folder.
    package static func yearsPage(of agency: String) -> String { "\(yearsFolder)/\(folder(of: agency)).html" }

    /// The agency of such a page; `nil` where a path is that of none.
    package static func agency(ofYearsPage path: String) -> String? {
        guard path.hasPrefix(yearsFolder + "/"), path.hasSuffix(".html") else { return nil }
        return agency(ofFolder: String(path.dropFirst(yearsFolder.count + 1).dropLast(".html".count)))
    }

    private static let yearsFolder = "years"

    /// The name of an office as that of a file or folder, without an ending. No two offices share one: a name that can't be borne as it is,
    /// or that looks like one that was changed, has a part of its hash behind it.
    package static func file(ofOffice office: String) -> String {
        let name = component(office)
        let isItself = name == office && !looksChanged(name)
        return folder(of: isItself ? name : "\(name)-\(SHA256.digits(of: Array(office.utf8)).prefix(hashDigits))")
    }

    private static let hashDigits = 12

    /// Whether a name ends in a part of a hash. It is asked of each link on the pages of thousands of offices.
    private static func looksChanged(_ name: String) -> Bool {
        let end = name.utf8.suffix(hashDigits + 1)
        return end.count == hashDigits + 1 && end.first == UInt8(ascii: "-")
            && end.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Windows takes these names for devices, in any letters and with any extension: a share can't show a folder of such a name.
    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul", "conin$", "conout$"]
            + ["com", "lpt"].flatMap { port in "0123456789¹²³".map { port + String($0) } })

    /// The agency's name; with one underscore more before it where Windows would take it, or what follows its underscores, for a
    /// device. So no two agencies share a folder.
    private static func folder(of agency: String) -> String {
        let name = String(agency.drop { $0 == "_" }.prefix { $0 != "." }).trimmed(where: \.isWhitespace)
        return devices.contains(name.lowercased()) ? "_" + agency : agency
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

    /// A name as a folder may bear it, on Windows shares too: nothing that separates, hides or steers, and no number of a person.
    private static func component(_ name: String) -> String {
        let safe = name.masked.unicodeScalars.map { scalar -> Character in
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
