import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import ReaderInterface
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// A report that is filed where it belongs as soon as that is known, through the real reader and the real rules.
@Suite("Reports that are filed anew") struct RefilingTests {
    private let bureau: Bureau
    private let settings: Settings

    init() async throws {
        bureau = try await Bureau()
        var settings = Settings()
        settings.state.path = FilePath(bureau.scratch.path("state"))
        self.settings = settings
    }

    private func check(by roster: Roster = Roster(), characters: Int? = nil) async throws {
        var settings = settings
        if let characters { settings.limits.characters = characters }
        let checker = ReportChecker(settings, roster: roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
    }

    private func drop(_ agency: String, licensing: String = "11", as path: String) async throws {
        var report = SampleReport()
        report.agency = agency
        report.disclosure[.licensing] = [licensing]
        try bureau.drop(TextLayout.tabs.text(of: report), as: path)
        await bureau.work()
        bureau.wait(.seconds(60))
    }

    private func recheck(by roster: Roster = Roster()) async throws -> [Recheck.Change] {
        try await Recheck(settings: settings, roster: roster).run(records: true, at: bureau.now.date)
    }

    @Test func `what can be read at last is its body's report for its year`() async throws {
        try await check(characters: 500)
        try await drop("青岚市水利局", as: "年报.txt")
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
        let received = try await bureau.versions().map(\.receivedAt)
        #expect(try await recheck().map(\.isChange) == [true])
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
        #expect(try await bureau.versions().map(\.receivedAt) == received)
        #expect(try bureau.ledger.totals(of: 2024, roster: Roster()).included.map(\.agency) == ["青岚市水利局"])
        #expect(try await recheck().map(\.isChange) == [false])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what can be read at last is history where the body has handed in a later version`() async throws {
        try await check(characters: 500)
        try await drop("青岚市水利局", as: "年报.txt")
        try await check()
        try await drop("青岚市水利局", licensing: "12", as: "更正.txt")
        _ = try await recheck()
        #expect(try await bureau.reports().map { $0.prefix(14) } == ["青岚市水利局 2024 v1"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a file that even its reading brought down is filed by what it says once it is judged`() async throws {
        try bureau.drop("accepted 青岚市水利局 2024", as: "年报.txt")
        let file = try #require(bureau.inbox.look().files.first)
        let arrival = Arrival(
            file: file, content: try bureau.archive.keep(file, from: bureau.inbox), at: bureau.now.date)
        for _ in 0..<4 {
            _ = try await bureau.ledger.begin(arrival)
            try await bureau.restart()
        }
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 failed"])
        bureau.wait(.seconds(60))
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.verification().deviations == [])
    }
}
