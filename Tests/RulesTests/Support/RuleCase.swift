import Reading
import Reports
import Rules
import Testing

/// A case of a rule: one change to a clean report, and what the rule says then.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    /// What is changed, in words.
    let what: String
    /// Where the rule must find something; empty where it must find nothing.
    let places: [String]
    /// The facts that the first finding must name.
    let facts: [String: Fact]
    private let change: @Sendable (inout Report, inout Context) -> Void

    var testDescription: String { "\(rule): \(what)" }

    /// A change that breaks the rule at the places.
    static func breaks(
        _ rule: String, at places: String..., facts: [String: Fact] = [:], when what: String,
        change: @escaping @Sendable (inout Report) -> Void
    ) -> RuleCase {
        RuleCase(rule: rule, what: what, places: places, facts: facts) { report, _ in change(&report) }
    }

    /// A change that keeps the rule, though it may look as if it did not.
    static func keeps(
        _ rule: String, _ what: String, change: @escaping @Sendable (inout Report) -> Void = { _ in }
    ) -> RuleCase {
        RuleCase(rule: rule, what: what, places: [], facts: [:]) { report, _ in change(&report) }
    }

    /// Something known beside the report that breaks the rule at the places; without places, that keeps it.
    static func knowing(
        _ rule: String, _ what: String, at places: String..., facts: [String: Fact] = [:],
        change: @escaping @Sendable (inout Report, inout Context) -> Void
    ) -> RuleCase {
        RuleCase(rule: rule, what: what, places: places, facts: facts, change: change)
    }

    /// What the rule finds after the change, sentences read again.
    var findings: [Finding] { findings { _ in } }

    /// The same after one more change of what is known beside the report.
    func findings(knowing more: (inout Context) -> Void) -> [Finding] {
        var report = Report.clean
        var context = Context()
        change(&report, &context)
        more(&context)
        Prose.read(&report)
        return Rulebook.findings(in: report, knowing: context).filter { $0.rule == rule }
    }
}
