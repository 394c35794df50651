import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Services
import Testing

@Suite struct IntakeTests {
    @Test func `a report is judged once it has settled, and told once`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.look()
        #expect(try await bureau.reports().isEmpty)
        #expect(bureau.daemonStatus.receiving.map(\.name) == ["年报.txt"])

        await bureau.work()
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 returned"])
        #expect(bureau.daemonStatus.receiving.isEmpty)
        #expect(
            try await bureau.messages(of: .judged) == ["退回修改：财政局 2024 第 1 版，错误 1 处（年报.txt）"])
    }

    @Test func `new bytes of the same agency and year are a new version`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.drop("accepted 财政局 2023", as: "去年.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2023 v1 accepted", "财政局 2024 v2 accepted"])
    }

    @Test func `the same bytes under another name are taken down and not judged again`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.drop("accepted 财政局 2024", as: "年报（副本）.txt")
        await bureau.work()
        #expect(try await bureau.messages(of: .judged).count == 1)
        #expect(
            try await bureau.messages(of: .duplicate) == ["重复报送：文件“年报（副本）.txt”与 财政局 2024 第 1 版内容完全相同，不再校核。"])
    }

    @Test func `the same bytes at the same place are no news`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.remove("年报.txt")
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.records().map(\.entry.event) == [.judged])
    }

    @Test func `a restart judges nothing twice and forgets nothing`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.drop("accepted 水利局 2024", as: "水利局.txt")
        await bureau.look()
        try await bureau.restart()
        await bureau.work()
        #expect(
            try await bureau.messages(of: .judged, .duplicate) == [
                "合格：财政局 2024 第 1 版（年报.txt）", "合格：水利局 2024 第 1 版（水利局.txt）",
            ])
    }

    @Test func `a crash between the copy and the ledger means that the file is looked at again`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        _ = try bureau.archive.keep(try #require(bureau.inbox.look().files.first), from: bureau.inbox)
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `a file that changes when it is about to be read is waited for again`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.look()
        bureau.wait(.seconds(2))
        let listing = bureau.inbox.look()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.intake.take(listing, at: bureau.now)
        #expect(try await bureau.reports().isEmpty)
        #expect(bureau.daemonStatus.receiving.map(\.name) == ["年报.txt"])
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `a ledger that can't be written changes nothing outside, and the file is judged later`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        try bureau.sabotage("CREATE TRIGGER full BEFORE INSERT ON arrival BEGIN SELECT RAISE(ABORT, 'full'); END")
        for _ in 1...3 { await bureau.work() }
        #expect(try await bureau.records().isEmpty)
        #expect(try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 10).isEmpty)
        try bureau.sabotage("DROP TRIGGER full")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `an archive that can't be written is an alert, and nothing is lost`() async throws {
        let bureau = try await Bureau()
        let archive = bureau.scratch.path("state/archive")
        try FileManager.default.removeItem(atPath: archive)
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.alerts() == ["archive-unwritable"])
        try bureau.scratch.makeFolder("state/archive")
        await bureau.work()
        #expect(try await bureau.alerts().isEmpty)
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }
}
