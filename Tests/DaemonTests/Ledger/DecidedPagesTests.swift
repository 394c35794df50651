import Alerts
import Daemon
import Fixtures
import Ledger
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

@Suite("What the office has decided, elsewhere") struct DecidedPagesTests {
    private let reports: DecidedReports
    private var bureau: Bureau { reports.bureau }
    private let monitor: AlertMonitor

    init() async throws {
        reports = try await DecidedReports()
        var settings = Settings()
        settings.state.path = FilePath(reports.bureau.scratch.path("state"))
        settings.status.path = FilePath(reports.bureau.scratch.path("status"))
        monitor = AlertMonitor(Configuration(settings: settings, roster: Roster()), reports.bureau.context)
    }

    /// The alerts on a returned report, as they read now.
    private func returned() async throws -> [String] {
        await monitor.look(at: bureau.now)
        return try await bureau.ledger.alerts().filter { $0.alert.kind == .reportReturned }.map(\.alert.message)
    }

    @Test func `alerts and pages follow what is left`() async throws {
        try await reports.drop(DecidedReports.row)
        bureau.daemonStatus.showCaughtUp()
        #expect(try await returned().count == 1)
        try await reports.waive("table3-row-total")
        #expect(try await returned().isEmpty)
        try await reports.decide(reports.request(.overrule(.returned)))
        #expect(try await returned().first?.contains("由办公室退回修改") == true)
        await bureau.publisher().publish(at: bureau.now)
        let status = try bureau.scratch.text(of: "status/status.json")
        #expect(status.contains("\"waived\" : 1") && status.contains("\"overruled\" : \"returned\""))
        let receipt = try bureau.scratch.text(of: "status/reports/2024/财政局/v1/receipt.html")
        #expect(receipt.contains("退回修改意见") && receipt.contains("已核销（1 处"))
        let result = try bureau.scratch.text(of: "status/reports/2024/财政局/v1/result.json")
        #expect(!result.contains("waive"))
    }
}
