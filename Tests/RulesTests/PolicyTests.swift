import Reports
import Rules
import Testing

@Suite("What an office makes of the findings")
struct PolicyTests {
    private var report: Report {
        var report = Report.clean
        report.headings[1].marker = "2、"
        return report
    }

    private func findings(_ weights: [String: Policy.Weight]) -> [Finding] {
        Rulebook.findings(in: report, under: Policy(weights: weights))
    }

    @Test func `without a policy a rule weighs as in the rulebook`() {
        #expect(findings([:]).map(\.severity) == [.warning])
        #expect(Verdict(findings: findings([:])) == .acceptedWithWarnings)
    }

    @Test func `a rule can weigh more, less, or be off`() {
        #expect(Verdict(findings: findings(["section-numbering": .severity(.error)])) == .returned)
        #expect(Verdict(findings: findings(["section-numbering": .severity(.info)])) == .accepted)
        #expect(findings(["section-numbering": .off]) == [])
    }

    @Test func `the place and the words stay as they are`() throws {
        let plain = try #require(findings([:]).first)
        let raised = try #require(findings(["section-numbering": .severity(.error)]).first)
        #expect(raised.at == plain.at && raised.message == plain.message && raised.facts == plain.facts)
    }
}
