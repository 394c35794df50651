import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// A body that was renamed after it had reported: one body in all that is summed, listed and asked for, under both names.
@Suite("A body with a new name") struct RenamedBodyTests {
    private static let before = Roster([Agency(name: "青岚市教育局"), Agency(name: "青岚市水利局")])
    private static let after = Roster([
        Agency(name: "青岚市教育和体育局", otherNames: ["青岚市教育局"]), Agency(name: "青岚市水利局"),
    ])

    private let bureau: Bureau

    init() async throws {
        bureau = try await Bureau()
        let checker = ReportChecker(knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
    }

    private func drop(_ agency: String, year: Int = 2024, licensing: String) async throws {
        var report = SampleReport()
        (report.agency, report.year) = (agency, year)
        report.disclosure[.licensing] = [licensing]
        try bureau.drop(TextLayout.tabs.text(of: report), as: "\(agency)\(year).txt")
        await bureau.work()
        bureau.wait(.seconds(60))
    }

    private func accept() async throws {
        let who = Decider(uid: 1_001, account: "wang")
        for version in try await bureau.versions() where version.standing.verdict == .returned {
            let request = DecisionRequest(
                year: version.year, agency: version.agency, .overrule(.accepted), why: "已核对")
            _ = try await bureau.ledger.decide([request], by: who, at: bureau.now.date)
        }
    }

    private func overview() throws -> Overview {
        try bureau.ledger.overview(
            at: bureau.now.date, validFor: .seconds(600), roster: Self.after, receiving: [])
    }

    @Test func `has handed in what it handed in under its old name`() async throws {
        try await drop("青岚市教育局", licensing: "11")
        try await accept()
        let standing = try overview().standing(of: "2024")
        #expect(standing.missing.map(\.agency.name) == ["青岚市水利局"] && standing.others.isEmpty)
        #expect(standing.lines.first?.report?.formerName == "青岚市教育局")
        let totals = try bureau.ledger.totals(of: 2024, roster: Self.after)
        #expect(totals.included.map(\.agency) == ["青岚市教育和体育局"])
        #expect(totals.leftOut.map(\.agency) == ["青岚市水利局"])
        let alerts = ReportAlerts.all(
            of: try bureau.ledger.reportStates(in: nil), Self.after, at: bureau.now.date + 30 * 86_400)
        #expect(!alerts.contains { $0.subject.contains("教育和体育局") })
        for name in ["青岚市教育局", "青岚市教育和体育局"] {
            let found = try await bureau.desk(roster: Self.after).version(of: name, year: "2024")
            #expect(found?.agency == "青岚市教育局", "\(name)")
        }
    }

    @Test func `is summed once, and its years stand in one line`() async throws {
        try await drop("青岚市教育局", year: 2023, licensing: "11")
        try await drop("青岚市教育局", licensing: "12")
        try await drop("青岚市教育和体育局", licensing: "13")
        try await accept()
        let totals = try bureau.ledger.totals(of: 2024, roster: Self.after)
        #expect(totals.included.map(\.agency) == ["青岚市教育和体育局"])
        #expect(totals.tally[.disclosureCell(.licensing, column: 0)]?.digits == "13")
        let years = try bureau.ledger.years(roster: Self.after)
        #expect(years.all.columns.map(\.bodies) == [1, 1])
        for name in ["青岚市教育局", "青岚市教育和体育局"] {
            let own = try bureau.ledger.years(of: name, roster: Self.after)
            #expect(own.agency == "青岚市教育和体育局")
            #expect(own.columns.map { $0.measures?[.licensing]?.digits } == ["11", "13"])
        }
        let lines = try bureau.ledger.register(roster: Self.after).lines
        #expect(Set(lines.map(\.report.agency)) == ["青岚市教育和体育局"])
        #expect(lines.filter(\.isCurrent).map(\.report.year) == ["2024", "2023"])
        #expect(try overview().reports.count == 2)
        // Nothing of that holds where the roster does not say so.
        #expect(try bureau.ledger.totals(of: 2024, roster: Self.before).included.count == 2)
    }

    @Test func `has a page of its years under its new name`() async throws {
        try await drop("青岚市教育局", licensing: "11")
        try await accept()
        await bureau.publisher(roster: Self.after).publish(at: bureau.now)
        let page = try bureau.scratch.text(of: "status/years/青岚市教育和体育局.html")
        #expect(page.contains(">11<"))
        #expect(
            try bureau.scratch.text(of: "status/index.html").contains(
                "2024/%E9%9D%92%E5%B2%9A%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80/v1"))
    }

    @Test(arguments: [
        ["青岚市乙乙局", "青岚市甲甲局"], ["青岚市甲甲局", "青岚市乙乙局"], ["青岚市新新局", "青岚市甲甲局"], ["青岚市乙乙局", "青岚市新新局"],
    ]) func `counts with the report that came last, and the other is told as left out`(_ names: [String]) async throws {
        let roster = Roster([Agency(name: "青岚市新新局", otherNames: ["青岚市乙乙局", "青岚市甲甲局"])])
        try await drop(names[0], licensing: "52")
        try await drop(names[1], licensing: "62")
        try await accept()
        let totals = try bureau.ledger.totals(of: 2024, roster: roster)
        #expect(totals.included.map(\.agency) == ["青岚市新新局"])
        #expect(totals.tally[.disclosureCell(.licensing, column: 0)]?.digits == "62")
        #expect(totals.leftOut == [LeftOut(agency: names[0], version: 1, reason: .replaced(by: names[1]))])
        let years = try bureau.ledger.years(of: "青岚市新新局", roster: roster)
        #expect(years.columns.map { $0.measures?[.licensing]?.digits } == ["62"])
        let shown = try bureau.ledger.overview(
            at: bureau.now.date, validFor: .seconds(600), roster: roster, receiving: []
        ).reports
        #expect(shown.map(\.path) == ["reports/2024/\(names[1])/v1"])
        let lines = try bureau.ledger.register(roster: roster).lines
        #expect(lines.filter(\.isCurrent).map(\.report.path) == shown.map(\.path))
        #expect(try await bureau.desk(roster: roster).version(of: "青岚市新新局", year: "2024")?.agency == names[1])
    }

    @Test(arguments: [["青岚市乙乙局", "青岚市甲甲局"], ["青岚市甲甲局", "青岚市乙乙局"], ["青岚市新新局", "青岚市甲甲局"]])
    func `counts with what was put there last, where several were met at once`(_ names: [String]) async throws {
        for (name, day) in zip(names, [1.0, 10]) {
            var report = SampleReport()
            report.agency = name
            report.disclosure[.licensing] = [String(Int(day))]
            try bureau.drop(TextLayout.tabs.text(of: report), as: "\(name).txt")
            try bureau.date("\(name).txt", bureau.now.date - (20 - day) * 86_400)
        }
        await bureau.work()
        try await accept()
        let totals = try bureau.ledger.totals(of: 2024, roster: Self.merged)
        #expect(totals.tally[.disclosureCell(.licensing, column: 0)]?.digits == "10")
        let shown = try bureau.ledger.overview(
            at: bureau.now.date, validFor: .seconds(600), roster: Self.merged, receiving: []
        ).reports
        #expect(shown.map(\.path) == ["reports/2024/\(names[1])/v1"])
    }

    @Test(arguments: [merged, Roster([Agency(name: "青岚市新新局", otherNames: ["市新新局", "青岚市乙乙局"])])])
    func `made of two, is not compared with the report of one of them`(_ roster: Roster) async throws {
        let checker = ReportChecker(roster: roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
        try await drop("青岚市乙乙局", year: 2023, licensing: "11")
        try await accept()
        try await drop("青岚市新新局", licensing: "12")
        let rules = try await bureau.versions().filter { $0.year == "2024" }.flatMap(\.result.findings).map(\.rule)
        #expect(rules.contains("carry-over") == (roster != Self.merged))
    }

    private static let merged = Roster([Agency(name: "青岚市新新局", otherNames: ["青岚市乙乙局", "青岚市甲甲局"])])

    @Test func `made of two, says of a report that does not count where the other one is shown`() async throws {
        try await drop("青岚市乙乙局", licensing: "52")
        try await drop("青岚市甲甲局", licensing: "62")
        let words = "另有以“青岚市乙乙局”的名称报送的，没有计入"
        let shown = try bureau.ledger.overview(
            at: bureau.now.date, validFor: .seconds(600), roster: Self.merged, receiving: [])
        let list = DeskText.list(shown.standing(of: "2024"), at: bureau.now.date)
        #expect(list.contains(words), "\(list)")
        #expect(OverviewPage.html(for: shown).contains(words))
        let register = try bureau.ledger.register(roster: Self.merged)
        let table = RegisterTable.csv(for: register)
        #expect(table.contains(words) && table.contains("后来以“青岚市甲甲局”的名称另有报送"))
        #expect(register.lines.count(where: { !$0.report.uncountedNames.isEmpty }) == 1)
    }

    @Test(arguments: [["青岚市甲甲局"], ["青岚市甲甲局", "青岚市乙乙局"]])
    func `made of two, is not held to the numbers of one of them`(_ predecessors: [String]) async throws {
        let checker = ReportChecker(roster: Self.merged, knowledge: bureau.ledger)
        for name in predecessors { try await drop(name, year: 2023, licensing: "52") }
        try await accept()
        try await bureau.check { try await checker.check($0, to: $1) }
        try await drop("青岚市新新局", licensing: "200")
        let isAlone = predecessors.count == 1
        let rules = try await bureau.versions().filter { $0.year == "2024" }.flatMap(\.result.findings).map(\.rule)
        #expect(!rules.contains("carry-over"))
        try await accept()
        let years = try bureau.ledger.years(roster: Self.merged)
        let own = try bureau.ledger.years(of: "青岚市新新局", roster: Self.merged)
        #expect(own.columns.map { $0.basis != nil } == [false, isAlone])
        #expect(years.all.columns.map { $0.basis != nil } == [false, isAlone])
        #expect(years.all.columns[0].leftOut.map(\.agency) == (isAlone ? [] : ["青岚市甲甲局"]))
        #expect(YearsText.text(for: own).contains("2023 年度另有以“青岚市甲甲局”的名称报送的，没有计入") == !isAlone)
        #expect(YearsPage.html(for: own).contains("这一年不与别的年度比较") == !isAlone)
    }

    @Test func `sees in its own folder what it handed in under its old name`() async throws {
        try bureau.scratch.makeFolder("returns")
        var settings = Settings()
        settings.returns.folder = FilePath(bureau.scratch.path("returns"))
        let publisher = ReturnsPublisher(Configuration(settings: settings, roster: Self.after), bureau.context)
        let receipt = { try bureau.scratch.text(of: "returns/青岚市教育和体育局/回执.txt") }
        await publisher.publish(at: bureau.now)
        #expect(try receipt().contains("尚未收到 2024 年度报告"))
        try await drop("青岚市教育局", licensing: "11")
        try await accept()
        await publisher.publish(at: bureau.now)
        #expect(try receipt().contains("已经完成"))
        #expect(try !receipt().contains("尚未收到"))
        try await drop("青岚市教育和体育局", licensing: "12")
        await publisher.publish(at: bureau.now)
        #expect(try receipt().contains("以“青岚市教育和体育局”的名称另有报送，只计入后来的一份，报送时名为青岚市教育局"))
    }

    @Test func `is no copy of itself`() async throws {
        let checker = ReportChecker(roster: Self.after, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
        try await drop("青岚市教育局", licensing: "11")
        try await drop("青岚市教育和体育局", licensing: "12")
        let found = try await bureau.versions().flatMap(\.result.findings).map(\.rule)
        #expect(!found.contains("near-copy"))
    }

    @Test func `has its years written anew when a report comes under its old name`() async throws {
        try await drop("青岚市教育和体育局", licensing: "11")
        try await accept()
        let publisher = bureau.publisher(roster: Self.after)
        await publisher.publish(at: bureau.now)
        try await drop("青岚市教育局", licensing: "12")
        try await accept()
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/years/青岚市教育和体育局.html").contains(">12<"))
    }

    @Test func `has its years under its old name, too, as they are now`() async throws {
        try await drop("青岚市教育局", licensing: "11")
        try await accept()
        await bureau.publisher(roster: Self.before).publish(at: bureau.now)
        let publisher = bureau.publisher(roster: Self.after)
        await publisher.publish(at: bureau.now)
        try await drop("青岚市教育和体育局", licensing: "13")
        try await accept()
        await publisher.publish(at: bureau.now)
        let page = try bureau.scratch.text(of: "status/years/青岚市教育和体育局.html")
        #expect(page.contains(">13<") && !page.contains(">11<"))
        #expect(try bureau.scratch.text(of: "status/years/青岚市教育局.html") == page)
        // The name that it does not have any more leads to the one that it has again.
        await bureau.publisher(roster: Self.before).publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/years/青岚市教育局.html").contains(">11<"))
        let back = Roster([Agency(name: "青岚市教育局", otherNames: ["青岚市教育和体育局"])])
        await bureau.publisher(roster: back).publish(at: bureau.now)
        for name in ["青岚市教育局", "青岚市教育和体育局"] {
            let page = try bureau.scratch.text(of: "status/years/\(name).html")
            #expect(page.contains(">13<") && page.contains("<h1>青岚市教育局"), "\(name)")
        }
    }

    @Test func `has a page under each name that it had, also where its ledger is made anew`() async throws {
        let rosters = [
            Self.before, Self.after,
            Roster([Agency(name: "青岚市教体局", otherNames: ["青岚市教育局", "青岚市教育和体育局", "市教育局"])]),
        ]
        try await drop("青岚市教育局", licensing: "11")
        for roster in rosters {
            try await bureau.ledger.note(roster, at: bureau.now.date)
            await bureau.publisher(roster: roster).publish(at: bureau.now)
        }
        let copy = try await bureau.madeAnew()
        let context = DaemonContext(
            ledger: copy, status: DaemonStatus(), liveness: Liveness(allowances: [:]), log: .silent)
        try bureau.scratch.makeFolder("again")
        await Publisher(
            folder: FilePath(bureau.scratch.path("again")),
            Publisher.Plan(roster: rosters[2], validFor: .seconds(600)), context
        ).publish(at: bureau.now)
        let pages = ["青岚市教育局", "青岚市教育和体育局", "青岚市教体局"].map { "\($0).html" }
        for folder in ["status", "again"] {
            #expect(try Set(bureau.scratch.files(in: "\(folder)/years").keys) == Set(pages), "\(folder)")
        }
    }

    @Test func `counts with the bytes of its old name where they are put back over those of the new one`() async throws
    {
        try await bureau.ledger.adoptNames(FiledNames(Self.after), at: bureau.now.date)
        try await drop("青岚市教育局", licensing: "11")
        try await drop("青岚市教育和体育局", licensing: "12")
        let first = try bureau.scratch.text(of: "inbox/青岚市教育局2024.txt")
        try bureau.remove("青岚市教育局2024.txt")
        try bureau.drop(first, as: "青岚市教育和体育局2024.txt")
        await bureau.work()
        try await accept()
        let totals = try bureau.ledger.totals(of: 2024, roster: Self.after)
        #expect(totals.tally[.disclosureCell(.licensing, column: 0)]?.digits == "11")
        #expect(try bureau.verification().deviations == [])
    }
}
