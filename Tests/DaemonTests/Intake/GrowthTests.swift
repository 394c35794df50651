import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Settings
import Testing

/// Whatever a bureau does to its folder, and however long, only so much comes of it.
@Suite struct GrowthTests {
    @Test func `a link made and removed in a loop makes some records and no more`() async throws {
        let bureau = try await Bureau()
        try bureau.scratch.makeFolder("inbox/某局")
        for round in 0..<300 {
            let name = "某局/链接\(round % 7)"
            try FileManager.default.createSymbolicLink(
                atPath: bureau.scratch.path("inbox/\(name)"), withDestinationPath: "/etc/passwd")
            await bureau.look()
            bureau.wait(.milliseconds(50))
            try bureau.remove(name)
            await bureau.look()
            bureau.wait(.milliseconds(50))
        }
        #expect(try await bureau.records().count < 10)
        #expect(try await bureau.alerts() == ["file-refused"])
        bureau.wait(.seconds(700))
        await bureau.look()
        #expect(try await bureau.alerts().isEmpty)
        #expect(
            try await bureau.messages(of: .cleared).last == "已恢复：“某局”文件夹中不再有“放进来的不是普通文件”的情况。")
    }

    @Test func `thousands of links at once are one alert that names how many, and a few`() async throws {
        let bureau = try await Bureau()
        for number in 1000..<3000 {
            try FileManager.default.createSymbolicLink(
                atPath: bureau.scratch.path("inbox/链接\(number)"), withDestinationPath: "/etc/passwd")
        }
        await bureau.look()
        await bureau.look()
        let messages = try await bureau.messages(of: .alert, .reworded, .cleared)
        #expect(
            messages == [
                "收件文件夹：放进来的不是普通文件，已有 2000 个，如 “链接1000”、“链接1001”、“链接1002”。请放入文件本身，不要放链接，也不要再套一层文件夹。"
            ])
    }

    @Test func `links that pile up are merged, and are over when all are gone`() async throws {
        let bureau = try await Bureau()
        for number in 1...7 {
            try FileManager.default.createSymbolicLink(
                atPath: bureau.scratch.path("inbox/链接\(number)"), withDestinationPath: "/etc/passwd")
            await bureau.look()
            bureau.wait(.seconds(1))
        }
        #expect(try await bureau.alerts() == ["file-refused"])
        #expect(try await bureau.messages(of: .cleared).count == 5)
        #expect(try await bureau.messages(of: .cleared)[0] == "“链接1”的提示并入收件文件夹的提示。")
        for number in 1...7 { try bureau.remove("链接\(number)") }
        await bureau.look()
        #expect(try await bureau.alerts().isEmpty)
        try FileManager.default.createSymbolicLink(
            atPath: bureau.scratch.path("inbox/链接8"), withDestinationPath: "/etc/passwd")
        await bureau.look()
        #expect(try await bureau.messages(of: .alert).last == "“链接8”是链接，不予接收，也没有打开。请放入文件本身，不要放链接。")
    }

    @Test func `beyond the quota of a folder files wait, and are taken when it allows`() async throws {
        let scratch = try ScratchFolder()
        let bureau = try await Bureau(scratch: scratch, quota: FolderQuota(files: 3, bytes: 1_000_000))
        try scratch.makeFolder("inbox/某局")
        try scratch.makeFolder("inbox/他局")
        for number in 1...5 { try bureau.drop("accepted 某局\(number) 2024", as: "某局/\(number).txt") }
        try bureau.drop("accepted 他局 2024", as: "他局/1.txt")
        await bureau.work()
        await bureau.look()
        #expect(try await bureau.reports().count == 4)
        #expect(bureau.daemonStatus.receiving.count == 2)
        #expect(try await bureau.alerts() == ["folder-full"])
        #expect(try await bureau.messages(of: .alert).count == 1)
        #expect(try await bureau.messages(of: .alert)[0].contains("“某局”24 小时之内已收 3 个文件"))

        // A run that begins anew counts from the ledger.
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.reports().count == 4)

        bureau.wait(.seconds(86_400))
        await bureau.work()
        #expect(try await bureau.reports().count == 6)
        #expect(try await bureau.alerts().isEmpty)
        #expect(bureau.daemonStatus.receiving.isEmpty)
    }

    @Test func `bytes count too, and the inbox itself has room for a hundred bureaus`() async throws {
        let bureau = try await Bureau(quota: FolderQuota(files: 2, bytes: 40))
        try bureau.scratch.makeFolder("inbox/某局")
        for number in 1...3 { try bureau.drop("accepted 某局\(number) 2024 很长的一句话", as: "某局/\(number).txt") }
        for number in 1...9 { try bureau.drop("accepted 单位\(number) 2024", as: "\(number).txt") }
        await bureau.work()
        #expect(try await bureau.reports().count == 10)
    }

    @Test func `what one account has put into the inbox itself keeps no other one waiting`() async throws {
        let bureau = try await Bureau(quota: FolderQuota(files: 1_000, bytes: 1))
        for number in 1...9 { try bureau.drop("accepted 单位\(number) 2024", as: "\(number).txt") }
        await bureau.work()
        let taken = try await bureau.reports().count
        #expect(taken < 9)
        #expect(try await bureau.messages(of: .alert)[0].contains("收件文件夹（账户 \(Account.own)）"))
        try bureau.sabotage("UPDATE arrival SET owner = 4294967294")
        await bureau.work()
        #expect(try await bureau.reports().count > taken)
    }

    @Test func `a file that waits for its turn is no file that is stuck`() async throws {
        let bureau = try await Bureau(quota: FolderQuota(files: 1, bytes: 1_000_000))
        try bureau.scratch.makeFolder("inbox/某局")
        for number in 1...2 { try bureau.drop("accepted 某局\(number) 2024", as: "某局/\(number).txt") }
        await bureau.work()
        bureau.wait(Bureau.patience * 2)
        await bureau.look()
        await bureau.look()
        #expect(try await bureau.alerts() == ["folder-full"])
    }
}
