import Reports
import Rules
import Testing

@testable import Office

@Suite("The ranking of rules")
struct RuleRankingTests {
    private func breach(
        _ agency: String, _ rule: String, at: Place = .requests(.total), severity: Severity = .error,
        first: Bool = true,
        current: Bool = false
    ) -> RuleBreach {
        RuleBreach(
            agency: agency, rule: rule, at: at.path, severity: severity, isInFirst: first, isInCurrent: current)
    }

    private func expected(_ names: [String], _ group: String) -> [ExpectedAgency] {
        names.map { ExpectedAgency(Agency(name: $0, group: group), filedAs: $0) }
    }

    @Test func `counts reports, not places, and first versions come first`() throws {
        let ranking = RuleRanking(
            year: 2024, reports: ["甲局", "乙局", "丙镇"],
            breaches: [
                breach("甲局", "cell-blank", at: .requests(.granted)), breach("甲局", "cell-blank", at: .requests(.total)),
                breach("乙局", "cell-blank", at: .requests(.total), current: true),
                breach("丙镇", "table3-balance", current: true),
                breach("乙局", "table3-balance", first: false, current: true),
                breach("丙镇", "version-resubmitted", severity: .info),
            ])
        let all = try #require(ranking.groups.first)
        #expect(ranking.groups.count == 1 && all.name == nil && all.reports == 3)
        #expect(all.lines.map(\.rule) == ["cell-blank", "table3-balance"])
        #expect(all.lines.map(\.first) == [2, 1] && all.lines.map(\.current) == [1, 2])
        #expect(all.percent(2) == 67)
        #expect(
            all.lines[0].places.map { "\($0.place) \($0.reports)" }
                == ["表三“（七）总计”行 2", "表三“（一）予以公开”行 1"])
    }

    @Test func `is told by the groups of the roster, in their order, of those that have reported`() {
        let ranking = RuleRanking(
            year: 2024, reports: ["甲局", "丙镇", "外单位"],
            breaches: [breach("甲局", "cell-blank"), breach("丙镇", "table3-balance"), breach("外单位", "cell-blank")],
            expected: expected(["甲局", "乙局"], "市直部门") + expected(["丙镇"], "乡镇") + expected(["丁校"], "学校"))
        #expect(ranking.groups.map(\.name) == [nil, "市直部门", "乡镇"])
        #expect(ranking.groups.map(\.reports) == [3, 1, 1])
        #expect(ranking.groups.map { $0.lines.map(\.rule) }.last == ["table3-balance"])
    }

    @Test func `counts waived ones apart`() throws {
        var waived = breach("甲局", "cell-blank", current: true)
        waived.isWaived = true
        let open = breach("乙局", "cell-blank", current: true)
        let line = try #require(
            RuleRanking(year: 2024, reports: ["甲局", "乙局"], breaches: [waived, open]).groups.first?.lines.first)
        #expect(line.first == 2 && line.current == 1 && line.waived == 1)
    }

    @Test func `names no body`() throws {
        let ranking = RuleRanking(
            year: 2024, reports: ["甲局"], breaches: [breach("甲局", "cell-blank")], expected: expected(["甲局"], "市直部门"))
        #expect(!YearsText.text(for: ranking).contains("甲局"))
        #expect(try !YearsFile.json(for: ranking).contains("甲局"))
    }
}
