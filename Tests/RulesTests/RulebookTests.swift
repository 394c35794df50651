import Reading
import Reports
import Rules
import Testing

@Suite("The rulebook")
struct RulebookTests {
    @Test(arguments: RuleCases.all)
    func `a rule finds what breaks it, and nothing else`(ruleCase: RuleCase) {
        let findings = ruleCase.findings
        #expect(findings.map(\.at.path) == ruleCase.places)
        for (name, fact) in ruleCase.facts { #expect(findings.first?.facts[name] == fact) }
    }

    /// What is found before there is a report, or by who keeps the ledger, has its tests there.
    private static let foundElsewhere = Set(
        Rulebook.rules.map(\.id).filter { $0.hasPrefix("unreadable-") } + ["duplicate"])

    @Test(arguments: Rulebook.rules.map(\.id).filter { !foundElsewhere.contains($0) })
    func `each rule has a case that breaks it and one that keeps it`(id: String) {
        let cases = RuleCases.all.filter { $0.rule == id }
        #expect(cases.contains { !$0.places.isEmpty }, "no case breaks \(id)")
        #expect(cases.contains { $0.places.isEmpty }, "no case keeps \(id)")
    }

    @Test func `no case is for a rule that is not in the book`() {
        #expect(Set(RuleCases.all.map(\.rule)).isSubset(of: Rulebook.rules.map(\.id)))
    }

    @Test func `a clean report gives no finding`() {
        var report = Report.clean
        Prose.read(&report)
        #expect(Rulebook.findings(in: report) == [])
    }

    @Test func `ids are unique`() {
        #expect(Set(Rulebook.rules.map(\.id)).count == Rulebook.rules.count)
    }

    @Test(arguments: RuleCases.all.filter { !$0.places.isEmpty })
    func `a message has all its names filled in, and says what to do and why`(ruleCase: RuleCase) {
        for finding in ruleCase.findings {
            #expect(!(finding.message + finding.fix).contains("{"), "\(finding.message) \(finding.fix)")
            #expect(!finding.fix.isEmpty && !finding.source.isEmpty)
        }
    }

    @Test func `findings come in the order of the form`() {
        var report = Report.clean
        report.title = nil
        report.review?.rows[.reconsideration]?.cells?[4] = .count(9)
        report.set(.received, .total, to: .count(13))
        report.set(.granted, .naturalPerson, to: .blank)
        report.passages[.other] = ["本年度没有其他需要报告的事项。"]
        let places = Rulebook.findings(in: report).map(\.at.path)
        #expect(
            places == [
                "title", "requests/received", "requests/granted/natural_person", "requests/*/total",
                "review/reconsideration", "section/6",
            ])
    }

    @Test func `a row total names the row and both numbers`() {
        var report = Report.clean
        report.set(.received, .total, to: .count(13))
        let finding = Rulebook.findings(in: report).first { $0.rule == "table3-row-total" }
        #expect(finding?.message == "表三“一、本年新收政府信息公开申请数量”行：前六栏之和为 12，总计栏为 13。")
        #expect(finding?.excerpt == "一、本年新收政府信息公开申请数量 | 10 | 2 | 0 | 0 | 0 | 0 | 12")
    }

    @Test(arguments: ["damaged", "encrypted", "limit", "format", "scanned", "not-a-report"])
    func `a file that can't be read is said to be so`(reason: String) {
        let finding = Rulebook.unreadable(rule: "unreadable-\(reason)", detail: "第 3 页")
        #expect(finding.rule == "unreadable-\(reason)")
        #expect(finding.at == .file)
        #expect(finding.message.hasSuffix("（第 3 页）。"))
    }
}
