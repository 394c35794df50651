import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Services
import Testing

/// Whatever is dropped, there is a verdict or an alert, and the daemon goes on.
@Suite struct BadInputTests {
    @Test func `an empty file is waited for with patience and then judged`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("", as: "空.txt")
        await bureau.work()
        #expect(try await bureau.reports().isEmpty)
        #expect(bureau.daemonStatus.receiving.map(\.name) == ["空.txt"])
        bureau.wait(Bureau.patience)
        await bureau.look()
        #expect(try await bureau.reports() == ["空 未知年度 v1 unreadable"])
    }

    @Test func `a file over the limit has a verdict, once, and no copy`() async throws {
        let bureau = try await Bureau(limit: 1000)
        let path = bureau.scratch.path("inbox/巨大.txt")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 10_000_000_000)
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        let versions = try await bureau.versions()
        #expect(versions.map(\.result.findings.first?.rule) == ["unreadable-limit"])
        #expect(versions.map(\.result.bytes) == [10_000_000_000])
        #expect(try await bureau.messages(of: .judged, .duplicate).count == 1)
        #expect(try bureau.scratch.names(in: "state/archive").isEmpty)
    }

    @Test func `a file that vanishes when it is about to be read is an alert for a while`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.look()
        bureau.wait(.seconds(2))
        let listing = bureau.inbox.look()
        try bureau.remove("年报.txt")
        await bureau.intake.take(listing, at: bureau.now)
        #expect(try await bureau.alerts() == ["file-vanished"])
        await bureau.look()
        #expect(try await bureau.alerts() == ["file-vanished"])
        bureau.wait(Bureau.patience)
        await bureau.look()
        #expect(try await bureau.alerts().isEmpty)
    }

    @Test func `a name with a line break is shown so that it can forge nothing`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报\n合格：水利局.txt")
        await bureau.work()
        #expect(
            try await bureau.messages(of: .judged) == ["合格：财政局 2024 第 1 版（年报\\n合格：水利局.txt）"])
    }

    @Test func `a name that is not UTF-8 is kept as the bytes it is`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        try ChildProgram.run(
            "/bin/bash", "-c", "mv '\(bureau.scratch.path)'/inbox/{年报.txt,$'\\xb1\\xa8\\xb8\\xe6.txt'}")
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged, .duplicate) == ["合格：财政局 2024 第 1 版（报告.txt）"])
    }

    @Test func `a pipe and a link are refused once, and cleared when they are gone`() async throws {
        let bureau = try await Bureau()
        try bureau.scratch.makePipe("inbox/管道")
        try FileManager.default.createSymbolicLink(
            atPath: bureau.scratch.path("inbox/链接"), withDestinationPath: "/etc/passwd")
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(
            try await bureau.messages(of: .alert) == [
                "“管道”是管道，不予接收，也没有打开。请放入普通文件。", "“链接”是链接，不予接收，也没有打开。请放入文件本身，不要放链接。",
            ])
        try bureau.remove("管道")
        await bureau.look()
        #expect(try await bureau.messages(of: .cleared) == ["已恢复：“管道”已移走。"])
        #expect(try await bureau.alerts() == ["file-refused"])
    }

    @Test func `an inbox that disappears is an alert until it is back, and nothing is told twice`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        try bureau.scratch.makePipe("inbox/管道")
        await bureau.work()
        let (inbox, away) = (bureau.scratch.path("inbox"), bureau.scratch.path("away"))
        try FileManager.default.moveItem(atPath: inbox, toPath: away)
        await bureau.work()
        #expect(try await bureau.alerts() == ["file-refused", "inbox-unreachable"])
        #expect(!FileManager.default.fileExists(atPath: inbox))
        try FileManager.default.moveItem(atPath: away, toPath: inbox)
        await bureau.work()
        #expect(try await bureau.alerts() == ["file-refused"])
        #expect(try await bureau.messages(of: .judged, .duplicate).count == 1)
    }
}
