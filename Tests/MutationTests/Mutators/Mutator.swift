import Fixtures
import Testing

/// A way of breaking one fact of a clean report.
struct Mutator: Sendable, CustomTestStringConvertible {
    typealias Change = @Sendable (inout Specimen, inout Seeded) -> Expectation?

    /// The rule that must find it.
    let rule: String
    /// What is broken, in words.
    let what: String
    /// Breaks the fact and says what must be found; `nil` where the report has no such fact.
    let change: Change

    init(_ rule: String, _ what: String, change: @escaping Change) {
        self.rule = rule
        self.what = what
        self.change = change
    }

    var testDescription: String { "\(rule): \(what)" }

    static let all =
        identity + sections + tables + cells + readings + sums + substance + narrative + texts + history + bytes

    /// The rules that no report in text can trip, with the reason.
    static let impossible = [
        "file-type": "it is about the name of the file, which a report in text does not hold",
        "duplicate": "the ledger finds it, by the bytes, before a report is judged",
        "year-unclear": "the generator states the year in many sentences, and each of them would do",
        "unreadable-crash": "no text ends our program; a worker that misbehaves does, in its own tests",
        "unreadable-encrypted": "text has no password; a reader of a format that has one finds it",
        "unreadable-scanned": "text has no pictures; a reader of a format that has them finds it",
    ]

    /// Further findings that a changed number of table 2, 3 or 4 may trip, where a sentence states the old one.
    static let disclosureFigures: Set = ["narrative-normative-documents", "narrative-decisions"]
    static let requestFigures: Set = ["narrative-requests", "narrative-results"]
    static let reviewFigures: Set = ["narrative-reconsideration", "narrative-litigation"]
}
