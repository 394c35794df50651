import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite struct `How a year stands` {
    private let agencies = [
        Agency(name: "甲局", group: "县直"), Agency(name: "乙局", deadline: MonthDay("1-19")),
        Agency(name: "县人民政府", sumsUp: true),
    ]

    private func overview(_ versions: [ReportVersion] = [], at date: Date = Samples.morning) -> Overview {
        var overview = Samples.overview(versions, expected: agencies.map { ExpectedAgency($0, filedAs: $0.name) })
        overview.generatedAt = date
        return overview
    }

    /// A moment in China.
    private func moment(_ text: String) throws -> Date { try Date("\(text):00+08:00", strategy: .iso8601) }

    @Test func `who has not reported is missing, and overdue once the last day is over`() throws {
        let standing = try #require(overview([Samples.version("甲局"), Samples.version("丁局")]).standings().first)
        #expect(standing.lines.map(\.state) == [.judged(.accepted), .overdue, .missing])
        #expect(standing.lines.map(\.deadline.day.stamp) == ["2025-01-31", "2025-01-19", "2025-03-31"])
        #expect(standing.others.map(\.agency) == ["丁局"])
        #expect(standing.submitted == 1 && standing.missing.count == 2 && standing.received == 2)
        #expect(standing.counts == [.judged(.accepted): 2, .overdue: 1, .missing: 1])
    }

    @Test(arguments: [("2025-01-31T23:59", DeskState.missing), ("2025-02-01T00:00", .overdue)])
    func `the last day counts to its end`(time: String, state: DeskState) throws {
        let standing = try #require(overview(at: moment(time)).standings().first)
        #expect(standing.lines.first?.state == state)
    }

    @Test func `nobody is overdue for a year that nobody asked for`() throws {
        let old = [Samples.version("甲局", year: "2021")]
        var overview = overview(old)
        let standing = try #require(overview.standings().last)
        #expect(standing.year == "2021" && !standing.isAsked)
        #expect(standing.lines.map(\.state) == [.judged(.accepted), .missing, .missing])
        #expect(DeadlineWords(standing, at: overview.generatedAt, in: .china).summary == "往年的报告，不催报")
        #expect(
            DeskText.missing(standing, at: overview.generatedAt).hasPrefix("2021 年度：应报 3 个单位，已报 1 个，未报 2 个。往年的报告，不催报\n")
        )
        let alerts = AlertList(generatedAt: overview.generatedAt, validUntil: overview.validUntil)
        #expect(!MetricsFile.text(for: overview, alerts: alerts).contains("nianbao_agencies_missing{year=\"2021\"}"))
        // Whoever was at work then has asked.
        overview.began = try moment("2022-01-10T09:00")
        #expect(try #require(overview.standings().last).lines.map(\.state) == [.judged(.accepted), .overdue, .overdue])
    }

    @Test func `in the season the year before is shown, later the newest that has reports`() throws {
        let older = [Samples.version("甲局", year: "2023")]
        #expect(overview(older).currentYear() == "2024")
        #expect(try overview(older, at: moment("2025-06-01T09:00")).currentYear() == "2023")
        #expect(try overview(older + [Samples.version("甲局")], at: moment("2025-06-01T09:00")).currentYear() == "2024")
        #expect(try overview(at: moment("2025-06-01T09:00")).currentYear() == "2024")
        #expect(Samples.overview(older.map { $0 }).currentYear() == "2023", "without a roster nobody is awaited")
    }

    @Test func `a report of no known year is listed apart, and nobody is missing there`() {
        let standings = overview([Samples.version("会议通知", year: "未知年度")]).standings()
        #expect(standings.map(\.year) == ["2024", "未知年度"])
        #expect(standings.last?.lines.isEmpty ?? false)
        #expect(standings.last?.others.count == 1)
    }

    @Test(arguments: [
        ("2025-01-20T09:00", "报送期限 2025年1月31日，还有 11 天"), ("2025-01-31T23:00", "报送期限 2025年1月31日，今天截止"),
        ("2025-02-03T09:00", "报送期限 2025年1月31日，已截止 3 天"),
    ])
    func `says how far the last day is`(time: String, words: String) throws {
        let one = Samples.overview(expected: [ExpectedAgency(Agency(name: "甲局"), filedAs: "甲局")])
        let standing = try #require(one.standings().first)
        #expect(try DeadlineWords(standing, at: moment(time), in: .china).summary == words)
    }

    @Test func `the page names who is missing by group, with a date of their own`() {
        let page = OverviewPage.html(for: overview([Samples.version("甲局"), Samples.version("丁局")]))
        #expect(page.contains("应报 <b>3</b> 个单位，已报 <b>1</b> 个（33%），未报 <b class=\"lacking\">2</b> 个。"))
        #expect(page.contains("尚未报送的单位（2 个）"))
        #expect(page.contains("<li>乙局<small>（期限 1月19日，已逾期）</small></li>"))
        #expect(page.contains("名录以外的报告（1 份）"))
        #expect(page.contains("最后一个还有 70 天"))
    }

    @Test func `the status file lists each body of the roster with its state and its last day`() throws {
        struct Status: Decodable {
            struct Agency: Decodable, Equatable {
                struct Report: Decodable, Equatable { var version: Int }
                var year, agency, group, state: String
                var deadline: String?
                var report: Report?
            }
            struct Year: Decodable, Equatable {
                var year: String
                var expected, submitted, missing, overdue: Int
            }
            var current_year: String
            var years: [Year]
            var agencies: [Agency]
        }
        let status = try JSON.value(Status.self, from: StatusFile.json(for: overview([Samples.version("甲局")])))
        #expect(status.current_year == "2024")
        #expect(status.years == [.init(year: "2024", expected: 3, submitted: 1, missing: 2, overdue: 1)])
        #expect(
            status.agencies[0...1] == [
                .init(
                    year: "2024", agency: "甲局", group: "县直", state: "accepted", deadline: "2025-01-31",
                    report: .init(version: 1)),
                .init(year: "2024", agency: "乙局", group: "", state: "overdue", deadline: "2025-01-19", report: nil),
            ])
    }
}
