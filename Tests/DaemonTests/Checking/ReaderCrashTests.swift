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

/// The daemon and a worker that crashes over a document, or that is not there.
@Suite struct `A worker that crashes` {
    private func checker(_ bureau: Bureau, _ worker: any DocumentReader) -> ReportChecker {
        ReportChecker(knowledge: bureau.ledger, reader: worker)
    }

    private func bureau(with worker: Worker) async throws -> Bureau {
        let bureau = try await Bureau()
        let checker = checker(bureau, worker)
        try await bureau.check(by: { try await checker.check($0, to: $1) })
        return bureau
    }

    @Test func `is given a second chance, and then the file is left alone`() async throws {
        let bureau = try await bureau(with: Worker.beside("BadWorker"))
        try bureau.drop("signal 11", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports().isEmpty)
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
        #expect(try await bureau.versions().first?.result.findings.map(\.rule) == ["unreadable-crash"])
        #expect(try await bureau.alerts().isEmpty)
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged, .duplicate).count == 1)
    }

    @Test func `is counted over a restart of the daemon`() async throws {
        let bureau = try await bureau(with: Worker.beside("BadWorker"))
        try bureau.drop("signal 6", as: "年报.txt")
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
    }

    @Test func `holds up no other file`() async throws {
        let bureau = try await bureau(with: Worker.beside("BadWorker"))
        try bureau.drop("signal 11", as: "甲.txt")
        try bureau.drop("tell 通知", as: "乙.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["乙 未知年度 v1 unreadable"])
        #expect(try await bureau.versions().first?.result.findings.map(\.rule) == ["unreadable-not-a-report"])
    }

    @Test func `is tried again by a recheck`() async throws {
        let bureau = try await bureau(with: Worker.beside("BadWorker"))
        // To the bad worker it is told to crash; to the real one it is a report.
        try bureau.drop("signal 11\n" + TextLayout.tabs.text(of: SampleReport()), as: "年报.txt")
        await bureau.work()
        await bureau.work()
        let settings = bureau.settings
        let again = try await Recheck(settings: settings, roster: Roster(), reader: Worker.beside("BadWorker"))
            .run(records: true, at: bureau.now.date)
        #expect(again.map(\.isChange) == [false])
        let mended = try await Recheck(settings: settings, roster: Roster()).run(records: true, at: bureau.now.date)
        #expect(mended.map(\.isChange) == [true])
        #expect(mended.first?.now.agency == "青岚市水利局")
    }

    @Test func `that is missing is not asked for again and again while files wait`() async throws {
        let bureau = try await bureau(with: Worker(program: "/nowhere/nianbao-reader"))
        try bureau.drop("会议通知", as: "通知.txt")
        // The third time the file is whole, the pause after the second failure is not over.
        for _ in 1...3 { await bureau.work() }
        #expect(await bureau.intake.nextRound(at: bureau.now.uptime) > .seconds(1))
    }

    @Test func `is no crash where it is missing: an alert, no verdict, and later all goes on`() async throws {
        let bureau = try await bureau(with: Worker(program: "/nowhere/nianbao-reader"))
        try bureau.drop("会议通知", as: "通知.txt")
        // However long it is missing, nothing is counted against the file.
        for _ in 0..<3 {
            await bureau.work()
            try await bureau.restart()
        }
        #expect(try await bureau.reports().isEmpty)
        #expect(try await bureau.alerts() == ["worker-failed"])
        #expect(try await bureau.messages(of: .alert).first?.contains("/nowhere/nianbao-reader 不能启动：不存在") == true)

        let checker = checker(bureau, Readers.shared)
        try await bureau.check(by: { try await checker.check($0, to: $1) })
        await bureau.work()
        #expect(try await bureau.reports() == ["通知 未知年度 v1 unreadable"])
        #expect(try await bureau.versions().first?.result.findings.map(\.rule) == ["unreadable-not-a-report"])
        #expect(try await bureau.alerts().isEmpty)
        #expect(try await bureau.messages(of: .cleared).count == 1)
    }
}
