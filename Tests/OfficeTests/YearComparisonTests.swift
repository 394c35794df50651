import Reports
import Rules
import Testing

@testable import Office

/// Reports of years by hand.
enum MadeYears {
    /// A report with so many requests received and granted.
    static func report(
        _ agency: String, _ year: Int, _ received: Int = 0, verdict: Verdict = .accepted, gaps: Int = 0,
        _ others: [Measure: String] = [:]
    ) -> YearReport {
        YearReport(
            agency: agency, year: year, version: 1, verdict: verdict, gaps: gaps,
            measures: Measures { measure in
                if let digits = others[measure] { return ExactDecimal(digits) }
                return [.received, .granted, .total].contains(measure) ? ExactDecimal(received) : ExactDecimal(0)
            })
    }
}

@Suite("The years of a body side by side")
struct YearComparisonTests {
    private func digits(_ comparison: YearComparison, _ measure: Measure = .received) -> [String?] {
        comparison.columns.map { $0.measures?[measure]?.digits }
    }

    @Test func `are those of its accepted reports, in order, with the change since the year before`() {
        let years = YearComparison(
            of: "甲局",
            reports: [
                MadeYears.report("甲局", 2023, 15), MadeYears.report("甲局", 2021, 12), MadeYears.report("甲局", 2022, 12),
                MadeYears.report("乙局", 2020, 9),
            ])
        #expect(years.columns.map(\.year) == [2021, 2022, 2023])
        #expect(digits(years) == ["12", "12", "15"])
        #expect(years.columns.map { $0.change(of: .received)?.words } == [nil, "持平", "+3（+25.0%）"])
    }

    @Test(arguments: [
        (Verdict.returned, 0, LeftOut.Reason.returned), (.unreadable, 0, .unreadable), (.failed, 0, .failed),
        (.acceptedWithWarnings, 2, .gaps(2)),
    ])
    func `a year whose report does not count is a gap that says why, and no zero`(
        verdict: Verdict, gaps: Int, reason: LeftOut.Reason
    ) {
        let years = YearComparison(
            of: "甲局",
            reports: [
                MadeYears.report("甲局", 2021, 12), MadeYears.report("甲局", 2022, 7, verdict: verdict, gaps: gaps),
                MadeYears.report("甲局", 2023, 3),
            ])
        #expect(digits(years) == ["12", nil, "3"])
        #expect(years.columns.map { $0.leftOut.map(\.reason) } == [[], [reason], []])
        #expect(years.columns.allSatisfy { $0.change(of: .received) == nil })
    }

    @Test func `a year without a report is a gap as well`() {
        let years = YearComparison(
            of: "甲局", reports: [MadeYears.report("甲局", 2021, 5), MadeYears.report("甲局", 2023, 6)])
        #expect(years.columns.map(\.year) == [2021, 2022, 2023])
        #expect(digits(years) == ["5", nil, "6"])
        #expect(years.columns[1].leftOut.map(\.reason) == [.missing])
        #expect(years.columns[2].change(of: .received) == nil)
    }

    @Test func `a year that somebody misspelt moves no other out of sight`() {
        let years = YearComparison(
            of: "甲局",
            reports: [
                MadeYears.report("甲局", 2023, 5), MadeYears.report("甲局", 2024, 6),
                MadeYears.report("甲局", 2204, 6, verdict: .returned), MadeYears.report("甲局", 1, 6, verdict: .returned),
            ])
        #expect(years.columns.map(\.year) == [2023, 2024])
    }

    @Test func `no report at all has no years`() {
        #expect(YearComparison(of: "甲局", reports: []).columns.isEmpty)
        #expect(YearComparison(ofAll: []).columns.isEmpty)
    }

    @Test func `shares are of what they are taken of, and of nothing there is none`() {
        let report = MadeYears.report(
            "甲局", 2023, 8, [.carriedIn: "2", .partlyGranted: "1", .refused: "1", .total: "10", .reconsideration: "0"])
        let column = YearComparison(of: "甲局", reports: [report]).columns[0]
        #expect(YearRate.allCases.map(column.percent) == ["100.0", "90.0", "10.0", nil, nil])
    }

    @Test func `all together are summed, and compared over the bodies that count in both years`() {
        let years = YearComparison(
            ofAll: [
                MadeYears.report("甲局", 2022, 10), MadeYears.report("乙局", 2022, 100), MadeYears.report("甲局", 2023, 12),
                MadeYears.report("丙局", 2023, 1_000), MadeYears.report("乙局", 2023, 3, verdict: .returned),
                MadeYears.report("市政府", 2023, 5_000),
            ], summingUp: "市政府")
        #expect(digits(years) == ["110", "1012"])
        #expect(years.columns.map(\.bodies) == [2, 2])
        #expect(years.columns[1].basis?.bodies == 1)
        #expect(years.columns[1].change(of: .received)?.words == "+2（+20.0%）")
        #expect(years.columns[1].leftOut == [LeftOut(agency: "乙局", version: 1, reason: .returned)])
    }

    @Test func `a year on which nobody has reported has its place, and is compared with none`() {
        let years = YearComparison(ofAll: [MadeYears.report("甲局", 2020, 1), MadeYears.report("甲局", 2022, 2)])
        #expect(years.columns.map(\.year) == [2020, 2021, 2022])
        #expect(years.columns.map(\.bodies) == [1, 0, 1])
        #expect(years.columns.allSatisfy { $0.basis == nil })
    }

    @Test func `fees are exact`() {
        let years = YearComparison(
            ofAll: [
                MadeYears.report("甲局", 2022, 0, [.fees: "0.1"]), MadeYears.report("乙局", 2022, 0, [.fees: "0.2"]),
                MadeYears.report("甲局", 2023, 0, [.fees: "0.1"]), MadeYears.report("乙局", 2023, 0, [.fees: "0.15"]),
            ])
        #expect(digits(years, .fees) == ["0.3", "0.25"])
        #expect(years.columns[1].change(of: .fees)?.words == "−0.05（−16.7%）")
    }
}

@Suite("The change of a number")
struct YearChangeTests {
    @Test(arguments: [
        (100, 100, "持平"), (100, 105, "+5（+5.0%）"), (100, 97, "−3（−3.0%）"), (0, 5, "+5（上年为 0）"), (0, 0, "持平"),
        (4, 12, "+8（+200.0%）"), (100, 150, "▲ 大幅增加 +50（+50.0%）"), (100, 149, "+49（+49.0%）"),
        (100, 40, "▼ 大幅减少 −60（−60.0%）"), (19, 0, "−19（−100.0%）"), (20, 0, "▼ 大幅减少 −20（−100.0%）"),
        (0, 20, "▲ 大幅增加 +20（上年为 0）"),
    ])
    func `is told with its sign and share, a big one in words`(before: Int, now: Int, words: String) throws {
        let change = YearChange(from: try #require(ExactDecimal(before)), to: try #require(ExactDecimal(now)))
        #expect(change.words == words)
    }

    @Test(arguments: [
        (50.0, 53.25, 100.0, "+3.2 个百分点"), (50, 50.01, 100, "持平"), (50, 75, 100, "▲ 大幅增加 +25.0 个百分点"),
        (50, 25, 19, "−25.0 个百分点"),
    ])
    func `of a share is in points`(before: Double, now: Double, whole: Double, words: String) {
        #expect(YearChange(fromPercent: before, to: now, of: whole).words == words)
    }
}
