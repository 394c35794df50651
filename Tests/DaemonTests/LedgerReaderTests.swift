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

@Suite struct `The desk` {
    private func bureau() async throws -> Bureau {
        let bureau = try await Bureau()
        for (name, text) in [("一", "returned 财政局 2024 2"), ("二", "accepted 财政局 2024"), ("三", "accepted 水利局 2023")] {
            try bureau.drop(text, as: "\(name).txt")
            await bureau.work()
        }
        return bureau
    }

    @Test func `reads beside the daemon that writes`() async throws {
        let bureau = try await bureau()
        let desk = try bureau.desk(roster: Roster([Agency(name: "财政局", group: "县直"), Agency(name: "审计局")]))
        let overview = try await desk.overview(at: bureau.now.date)
        #expect(Set(overview.reports.map { "\($0.agency) \($0.version) \($0.errors)" }) == ["财政局 2 0", "水利局 1 0"])
        #expect(overview.expected.map(\.name) == ["财政局", "审计局"])
        let lines = try await desk.register().lines
        #expect(
            lines.map { "\($0.report.agency) \($0.report.version) \($0.isCurrent) \($0.group)" } == [
                "财政局 1 false 县直", "财政局 2 true 县直", "水利局 1 true ",
            ])
        #expect(lines.first?.report.errors == 2)
        #expect(try await desk.version(of: "财政局", year: "2024", number: 1)?.result.verdict == .returned)
        #expect(try await desk.version(of: "财政局", year: "2024")?.version == 2)
        #expect(try await desk.version(of: "财政局", year: "2020") == nil)

        try bureau.drop("accepted 审计局 2024", as: "四.txt")
        await bureau.work()
        #expect(try await desk.overview(at: bureau.now.date).reports.count == 3, "what came meanwhile is seen")
    }

    @Test func `without a ledger it says that nothing has run yet`() throws {
        let scratch = try ScratchFolder()
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        #expect(throws: LedgerReaderFailure.noLedger(settings.state.path.appending("ledger.sqlite"))) {
            try LedgerReader(settings: settings, roster: Roster())
        }
        #expect(try scratch.names().isEmpty, "and makes none")
    }

    @Test func `what is no ledger is said to be none`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("not a database, but long enough to be taken for one at first sight", to: "ledger.sqlite")
        var settings = Settings()
        settings.state.path = FilePath(scratch.path)
        #expect(throws: LedgerReaderFailure.self) { try LedgerReader(settings: settings, roster: Roster()) }
    }

    @Test(arguments: [
        ("财政局", AgencySearch.Found.one("青岚市财政局")), ("市卫健委", .one("青岚市卫生健康委员会")), ("卫健委", .one("青岚市卫生健康委员会")),
        ("审计", .one("青岚市审计局（扫描件）")), ("青岚市", .several(["青岚市财政局", "青岚市卫生健康委员会"])),
        ("财正局", .none(nearest: "青岚市财政局")), ("气象台", .none(nearest: nil)),
    ])
    func `knows whom a name means`(words: String, found: AgencySearch.Found) {
        let roster = Roster([Agency(name: "青岚市财政局"), Agency(name: "青岚市卫生健康委员会", otherNames: ["市卫健委"])])
        #expect(AgencySearch.find(words, in: roster, filed: ["青岚市审计局（扫描件）", "青岚市财政局"]) == found)
    }
}
