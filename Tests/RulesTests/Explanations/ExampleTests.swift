import Documents
import Extraction
import Reading
import Reports
import Rules
import Testing

@Suite("The examples of a rule")
struct ExampleTests {
    /// A rule by its id, so that a failure names it.
    struct Named: CustomTestStringConvertible, Sendable {
        let rule: Rule
        var testDescription: String { rule.id }
    }

    private static let all = Rulebook.rules.map(Named.init)

    /// What the rule finds in the sample report with the example in it; `nil` where the example is a situation.
    private func findings(of rule: Rule, in example: Example) throws -> [Finding]? {
        var sample = try SampleText()
        guard sample.put(example) else { return nil }
        let report = try Reader.report(in: Extractor.extract(Array(sample.text.utf8), limits: Limits()).document)
        return Rulebook.findings(in: report).filter { $0.rule == rule.id }
    }

    @Test(arguments: all)
    func `one breaks the rule and one keeps it, in a whole report`(named: Named) throws {
        let explanation = named.rule.explanation
        if let broken = try findings(of: named.rule, in: explanation.breaks) { #expect(!broken.isEmpty) }
        if let kept = try findings(of: named.rule, in: explanation.keeps) { #expect(kept == []) }
    }

    @Test func `the sample report keeps every rule with nothing put into it`() throws {
        let sample = try SampleText()
        let report = try Reader.report(in: Extractor.extract(Array(sample.text.utf8), limits: Limits()).document)
        #expect(Rulebook.findings(in: report) == [])
    }

    @Test(arguments: all)
    func `one is told as a situation only where no piece of a report can show it`(named: Named) {
        let examples = [named.rule.explanation.breaks, named.rule.explanation.keeps]
        let told = examples.contains { if case .situation = $0 { true } else { false } }
        let rests = named.rule.id.hasPrefix("unreadable-") || Self.restOnMore.contains(named.rule.id)
        #expect(told == rests)
    }

    /// Rules on a whole table, on a text of over a thousand characters, or on what is known beside the report.
    private static let restOnMore: Set = [
        "table-missing", "table-misplaced", "overview-long", "carry-over", "effective-count", "near-copy",
        "agency-unknown", "late", "resubmitted", "duplicate",
    ]

    @Test(arguments: all)
    func `each is in print, and the reason is two or three sentences at the most`(named: Named) {
        let explanation = named.rule.explanation
        #expect(!explanation.breaks.lines.isEmpty && !explanation.keeps.lines.isEmpty)
        #expect((1...3).contains(explanation.why.count { $0 == "。" }))
        #expect(explanation.breaks != explanation.keeps)
    }
}
