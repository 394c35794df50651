import Documents
import Extraction
import ReaderInterface
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

    /// What is found in the sample report with the example in it; `nil` where the example is a situation.
    private func findings(in example: Example) throws -> [Finding]? {
        var sample = try SampleText()
        guard sample.put(example) else { return nil }
        let report = try Reader.report(in: Extractor.extract(Array(sample.text.utf8), limits: Limits()).document)
        return Rulebook.findings(in: report)
    }

    @Test(arguments: all)
    func `one breaks the rule in a whole report, and no rule that need not break with it`(named: Named) throws {
        guard let findings = try findings(in: named.rule.explanation.breaks) else { return }
        let id = named.rule.id
        #expect(Set(findings.map(\.rule)) == Set([id] + (Self.breakTogether[id] ?? [])))
    }

    /// A wrong total of a row is wrong in its column too; a row that has not seven values can't be told apart; a sentence of the
    /// report states the number that the balance breaks.
    private static let breakTogether = [
        "table3-balance": ["narrative-requests"],
        "table3-row-total": ["table3-results-total"], "table-row-width": ["table-unreadable"],
        "table-unreadable": ["table-row-width"],
    ]

    @Test(arguments: all)
    func `one keeps it, and every other rule`(named: Named) throws {
        guard let findings = try findings(in: named.rule.explanation.keeps) else { return }
        #expect(findings == [])
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
        "table-missing", "table-misplaced", "overview-long", "carry-over", "effective-count", "aggregate", "near-copy",
        "agency-unknown", "folder-mismatch", "owner-changed", "year-unclear", "late", "resubmitted", "file-type",
        "duplicate", "form-of-its-time",
    ]

    @Test(arguments: all)
    func `each is in print, and the reason is two or three sentences at the most`(named: Named) {
        let explanation = named.rule.explanation
        #expect(!explanation.breaks.lines.isEmpty && !explanation.keeps.lines.isEmpty)
        #expect((1...3).contains(explanation.why.count { $0 == "。" }))
        #expect(explanation.breaks != explanation.keeps)
    }
}
