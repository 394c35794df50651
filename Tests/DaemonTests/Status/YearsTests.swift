import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Rules
import Services
import SystemPackage
import Testing

/// Reports of several years in one inbox, through the real engine, the real ledger and the real publisher.
@Suite("Years dropped into the same inbox")
struct YearsTests {
    /// Longer than the pages about all reports ever rest after they were written.
    private static let rest = Duration.seconds(60)
    private static let roster = Roster([
        Agency(name: "青岚市水利局", group: "市直部门"), Agency(name: "青岚市林业局", group: "市直部门"),
        Agency(name: "青岚市审计局", group: "市直部门"),
    ])

    private let bureau: Bureau
    private let publisher: Publisher

    init() async throws {
        let bureau = try await Bureau()
        let checker = ReportChecker(roster: Self.roster, knowledge: bureau.ledger)
        try await bureau.check(by: { try await checker.check($0, to: $1) })
        self.bureau = bureau
        publisher = bureau.publisher(roster: Self.roster)
    }

    /// A report of a year that follows from the one before: what is carried in, in force and written.
    private static func report(of year: Int, _ agency: String = "青岚市水利局") -> SampleReport {
        var report = SampleReport()
        (report.agency, report.year) = (agency, year)
        let step = year - 2021
        report.disclosure[.normativeDocuments] = ["3", "2", String(17 + step)]
        report.disclosure[.licensing] = [String(1_000 + 100 * step)]
        report.disclosure[.fees] = ["58.\(206 + step)"]
        // As much is carried out as in, so that each year begins where the one before ended.
        report.requests[.carriedOut] = report.requests[.carriedIn]
        for column in 0..<7 { report[.received, column] = report[.total, column] }
        report.ownPassages = Dictionary(
            uniqueKeysWithValues: [Section.overview, .problems].map { section in
                (section, texts(of: section, year, agency))
            })
        return report
    }

    /// Words that no two reports have in common.
    private static func texts(of section: Section, _ year: Int, _ agency: String) -> [String] {
        let signs = (0..<160).compactMap { index in
            UnicodeScalar(
                0x4E00 + UInt32((index * 7 + section.rawValue * 331 + year * 53 + agency.count * 17) % 20_000))
        }
        let words = String(String.UnicodeScalarView(signs))
        return section == .problems
            ? ["存在的主要问题：一是\(words.prefix(70))。", "改进措施：一是\(words.suffix(70))。"] : ["本年工作情况如下：\(words)。"]
    }

    private func drop(_ report: SampleReport, as name: String? = nil) throws {
        try bureau.drop(TextLayout.tabs.text(of: report), as: name ?? "\(report.agency)\(report.year).txt")
    }

    private func publish() async throws {
        await bureau.work()
        bureau.wait(Self.rest)
        await publisher.publish(at: bureau.now)
    }

    private func status(_ name: String) throws -> String { try bureau.scratch.text(of: "status/\(name)") }

    @Test func `stand beside each other once each is accepted, and nobody is asked for the old ones`() async throws {
        for year in 2021...2024 {
            try drop(Self.report(of: year))
            try await publish()
        }
        let reports = try await bureau.reports()
        for version in try await bureau.versions() {
            #expect(version.result.findings.filter { $0.severity != .info } == [])
        }
        #expect(reports == (2021...2024).map { "青岚市水利局 \($0) v1 accepted" })
        let page = try status("years/青岚市水利局.html")
        for number in ["1000", "1100", "1200", "1300", "58.206", "58.209"] {
            #expect(page.contains(">\(number)<"), "\(number)")
        }
        #expect(page.contains("<small>+100（+10.0%）</small>"))
        let desk = try bureau.desk(roster: Self.roster)
        let own = try await desk.years(of: "青岚市水利局")
        #expect(own.columns.map { $0.measures?[.licensing]?.digits } == ["1000", "1100", "1200", "1300"])
        #expect(own.columns.map(\.year) == [2021, 2022, 2023, 2024])

        let overview = try bureau.ledger.overview(
            at: bureau.now.date, validFor: .seconds(600), roster: Self.roster, receiving: [])
        let old = overview.standings().filter { $0.year != "2024" }
        #expect(old.count == 3 && old.allSatisfy { !$0.isAsked && $0.counts[.overdue] == nil })
        let states = try bureau.ledger.reportStates(in: nil)
        for days in stride(from: 0.0, to: 400, by: 5) {
            let alerts = ReportAlerts.all(of: states, Self.roster, at: bureau.now.date + days * 86_400)
            #expect(
                !alerts.contains {
                    $0.subject.contains("202") && !$0.subject.contains("2024") && !$0.subject.contains("2025")
                })
        }
        #expect(try status("index.html").contains("href=\"years.html\""))
        #expect(try status("index.html").contains("href=\"years/"))
    }

    @Test func `what the ledger keeps of a report is what stands in it`() async throws {
        try drop(Self.report(of: 2023))
        try drop(SampleReport(), as: "2024.txt")
        await bureau.work()
        let years = try bureau.ledger.years(of: "青岚市水利局")
        for column in years.columns {
            let version = try #require(await bureau.desk().version(of: "青岚市水利局", year: String(column.year)))
            let whole = try #require(YearReport(version))
            #expect(column.report == whole)
        }
        #expect(years.columns.count == 2)
    }

    @Test func `a cell without a number, or a report that is returned, is a gap`() async throws {
        var blank = Self.report(of: 2022)
        blank.disclosure[.licensing] = ["无"]
        try drop(Self.report(of: 2021))
        try drop(blank)
        await bureau.work()
        let years = try bureau.ledger.years(of: "青岚市水利局")
        #expect(years.columns.map { $0.measures == nil } == [false, true])
        #expect(years.columns[1].leftOut.map(\.reason) == [.returned])
        let report = try #require(years.columns[1].report)
        #expect(report.gaps == 1 && report.measures[.licensing] == nil && report.measures[.received] != nil)
    }

    @Test func `a changed report writes its body's page and the common one, and no other`() async throws {
        try drop(Self.report(of: 2023))
        try drop(Self.report(of: 2023, "青岚市林业局"))
        try await publish()
        let stamp = { (page: String) in try WrittenFile.stamp(of: FilePath(bureau.scratch.path("status/\(page)"))) }
        let (water, wood, all) = try (stamp("years/青岚市水利局.html"), stamp("years/青岚市林业局.html"), stamp("years.html"))
        try await publish()
        #expect(try stamp("years.html") == all)
        try drop(Self.report(of: 2024))
        try await publish()
        #expect(try stamp("years/青岚市水利局.html") != water && stamp("years.html") != all)
        #expect(try stamp("years/青岚市林业局.html") == wood)
        #expect(try status("years.html").contains("青岚市林业局</a></th>"))
    }

    @Test func `a page that somebody removed or changed comes back`() async throws {
        try drop(Self.report(of: 2023))
        try await publish()
        let page = try status("years/青岚市水利局.html")
        try bureau.scratch.write("别的", to: "status/years/青岚市水利局.html")
        bureau.wait(Self.rest)
        await publisher.publish(at: bureau.now)
        await publisher.publish(at: bureau.now)
        #expect(try status("years/青岚市水利局.html") == page)
    }

    @Test func `the rules are ranked by first versions and by what is left of them`() async throws {
        var wrong = Self.report(of: 2024)
        wrong[.received, 6] += 1
        try drop(wrong, as: "水利局.txt")
        try drop(Self.report(of: 2024, "青岚市林业局"))
        await bureau.work()
        let before = try await bureau.desk(roster: Self.roster).ranking(of: 2024)
        let line = try #require(before.groups.first?.lines.first { $0.rule == "table3-row-total" })
        #expect(before.groups.map(\.reports) == [2, 2])
        #expect(line.first == 1 && line.current == 1)
        #expect(line.places.first?.place == "表三“一、本年新收政府信息公开申请数量”行")
        let requests = try bureau.ledger.openFindings(of: "2024").map { finding in
            DecisionRequest(year: "2024", agency: finding.agency, .waive(finding.line.key), why: "已电话核实")
        }
        _ = try await bureau.ledger.decide(requests, by: Decider(uid: 0, account: "root"), at: bureau.now.date)
        let decided = try await bureau.desk(roster: Self.roster).ranking(of: 2024)
        let waived = try #require(decided.groups.first?.lines.first { $0.rule == "table3-row-total" })
        #expect(waived.first == 1 && waived.current == 0 && waived.waived == 1)
        #expect(try bureau.ledger.years(of: "青岚市水利局").columns.first?.bodies == 1, "what is waived returns no report")
        try drop(Self.report(of: 2024), as: "水利局.txt")
        await bureau.work()
        let after = try await bureau.desk(roster: Self.roster).ranking(of: 2024)
        let mended = try #require(after.groups.first?.lines.first { $0.rule == "table3-row-total" })
        #expect(mended.first == 1 && mended.current == 0)
    }
}
