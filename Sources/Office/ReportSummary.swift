package import Foundation
package import Rules

/// A report version as lists show it: what came of it, without what was read in it.
package struct ReportSummary: Sendable, Equatable {
    /// The year as folders and pages name it: four digits, or words where the report does not say.
    package var year: String
    /// The agency as folders and pages name it.
    package var agency: String
    /// Counts from 1; new bytes for the same agency and year are a new version.
    package var version: Int
    package var receivedAt: Date
    /// The time of its file, in nanoseconds since 1970.
    package var putAt = 0
    package var verdict: Verdict
    package var errors: Int
    package var warnings: Int
    /// The file's name as a person may read it.
    package var file: String
    package var sha256: String
    /// The edition of the rulebook that judged it.
    package var rulebook: String
    /// The folder of its files below the status folder, `reports/2024/某局/v1`.
    package var path: String
    /// The folder of the inbox in which it came; `nil` where it came in none.
    package var folder: String?
    /// The earlier version that has the same bytes.
    package var equal: Int?
    /// The name under which it is filed, where its body has another one by now.
    package var formerName: String?
    /// It is history: nobody's report, in whose place a report of the same file has come, or one that its body has filed anew.
    package var isSuperseded = false
    /// The name under which its body has filed the report that counts instead, where it has several.
    package var countedName: String?
    /// The names under which its body has filed reports for the year that do not count beside this one.
    package var uncountedNames: [String] = []
    /// How many findings the office has waived: they are not among the others.
    package var waived = 0
    /// A person has written down its numbers.
    package var isEntered = false
    /// What the check came to where the office has overruled it.
    package var overruled: Verdict?
    /// The office has overruled what the check had come to before, and has to decide anew.
    package var asksAgain = false

    package init(
        year: String, agency: String, version: Int, receivedAt: Date, verdict: Verdict, errors: Int, warnings: Int,
        file: String, sha256: String, rulebook: String, path: String
    ) {
        self.year = year
        self.agency = agency
        self.version = version
        self.receivedAt = receivedAt
        self.verdict = verdict
        self.errors = errors
        self.warnings = warnings
        self.file = file
        self.sha256 = sha256
        self.rulebook = rulebook
        self.path = path
    }

    /// A version without what was read in it.
    package init(_ version: ReportVersion) {
        let (result, standing) = (version.result, version.standing)
        self.init(
            year: version.year, agency: version.agency, version: version.version, receivedAt: version.receivedAt,
            verdict: standing.verdict, errors: standing.count(of: .error), warnings: standing.count(of: .warning),
            file: result.file, sha256: result.sha256, rulebook: result.rulebook, path: version.path)
        (folder, equal, isSuperseded) = (version.folder, version.equal, version.isSuperseded)
        isEntered = result.isEntered
        asksAgain = standing.formerOverrule != nil
        (waived, overruled) = (standing.waived.count, standing.overrule == nil ? nil : standing.checked)
    }
}

extension ReportSummary {
    /// The page of the receipt, as an address relative to the status folder.
    var receipt: String { StatusAddress.of("\(path)/receipt.html") }

    /// Where the file lay in the inbox, `财政局/年报.docx`.
    var place: String { folder.map { "\($0)/\(file)" } ?? file }

    /// What is to be known of the version beside its verdict; empty where that is all.
    var remark: String {
        let superseded = isSuperseded && countedName == nil ? Self.superseded : nil
        let decided = note.isEmpty ? nil : note
        let entered = isEntered ? "人工录入" : nil
        return [
            superseded, countedName.map(Self.replaced), formerName.map { "报送时名为\($0)" }, entered,
            equal.map { "与第 \($0) 版内容相同" }, decided,
        ]
        .compactMap(\.self).joined(separator: "，")
    }

    /// What the office has decided on it, and what else its body has handed in, a few words; empty where that is nothing.
    var note: String {
        [decisionNote, uncountedNote].filter { !$0.isEmpty }.joined(separator: "，")
    }

    private var uncountedNote: String {
        uncountedNames.isEmpty ? "" : "另有以“\(uncountedNames.joined(separator: "”“"))”的名称报送的，没有计入"
    }

    /// That a later version has taken its place.
    static let superseded = "已由后来放入的版本取代"

    /// That another report counts, which its body has filed under a name.
    static func replaced(by name: String) -> String { "同一单位后来以“\(name)”的名称另有报送，只计入后来的一份" }

    /// The number of findings in digits; a dash where nothing was checked, which is not the same as none.
    func digits(_ count: KeyPath<ReportSummary, Int>) -> String {
        isChecked ? String(self[keyPath: count]) : "—"
    }

    /// Whether the report was read and judged, whatever the office says of it.
    var isChecked: Bool { (overruled ?? verdict).isOfContent }
}

extension Verdict {
    /// Whether the report was read and judged; the others say that it could not be.
    package var isOfContent: Bool { ![.unreadable, .failed].contains(self) }
}
