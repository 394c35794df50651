import Alerts
import Fixtures
import Foundation
import GRDB
import Linux
import Office
import Reports
import Rules
import Services
import SystemPackage
import Testing

@testable import Daemon
@testable import Ledger

@Suite("What a file holds last is what counts") struct SuccessionTests {
    @Test(arguments: ["unreadable", "returned - 未知"])
    func `nobody's report is history once its file holds a report`(first: String) async throws {
        let bureau = try await Bureau()
        try bureau.drop(first, as: "g.txt")
        await bureau.work()
        #expect(try await bureau.overview().reports.map(\.year) == ["未知年度"])
        try bureau.drop("accepted 财政局 2024", as: "g.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(bureau.daemonStatus.figures.verdicts == [.accepted: 1])
        #expect(try bureau.ledger.reportStates(in: nil).map(\.subject.text) == ["财政局 2024"])
        let lines = try await bureau.desk().register().lines
        #expect(lines.map(\.isCurrent).sorted { !$0 && $1 } == [false, true])
        #expect(DeskText.history(lines.filter { $0.report.isSuperseded }).contains("已由后来放入的版本取代"))
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `each piece of a file is history in the end, and the figures are those of what is left`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("unreadable x", as: "别的.txt")
        for piece in ["unreadable", "unreadable ", "returned 财政", "accepted 财政局 2024"] {
            try bureau.drop(piece, as: "g.txt")
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["别的 未知年度 v1 unreadable", "财政局 2024 v1 accepted"])
        #expect(bureau.daemonStatus.figures.verdicts == [.accepted: 1, .unreadable: 1])
    }

    @Test func `nobody's report stays while another file holds it`() async throws {
        let bureau = try await Bureau()
        for name in ["a.txt", "b.txt"] {
            try bureau.drop("unreadable", as: name)
            await bureau.work()
        }
        try bureau.drop("accepted 财政局 2024", as: "a.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["a 未知年度 v1 unreadable", "财政局 2024 v1 accepted"])
        try bureau.drop("accepted 水利局 2024", as: "b.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["水利局 2024 v1 accepted", "财政局 2024 v1 accepted"])
    }

    @Test func `a part that was judged under a name of its own is history once the file has its last name`()
        async throws
    {
        let bureau = try await Bureau()
        try bureau.drop("unreadable", as: "年报.docx_6f2a")
        await bureau.work()
        #expect(try await bureau.overview().reports.count == 1)
        try bureau.drop("accepted 财政局 2024", as: "年报.docx_6f2a")
        try bureau.move("年报.docx_6f2a", to: "年报.docx")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what was not read and is gone is not history because of another file`() async throws {
        let bureau = try await Bureau()
        for name in ["a.txt", "b.txt"] {
            try bureau.drop("unreadable \(name)", as: name)
            await bureau.work()
        }
        try bureau.remove("a.txt")
        try bureau.drop("accepted 财政局 2024", as: "b.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["a 未知年度 v1 unreadable", "财政局 2024 v1 accepted"])
    }

    @Test func `the same bytes that name no body are two things in two folders`() async throws {
        let bureau = try await Bureau()
        for folder in ["甲局", "乙局", "丙局"] { try bureau.scratch.makeFolder("inbox/\(folder)") }
        for path in ["甲局/说明.txt", "乙局/说明.txt"] {
            try bureau.drop("unreadable", as: path)
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["乙局 未知年度 v1 unreadable", "甲局 未知年度 v1 unreadable"])
        #expect(try await bureau.messages(of: .duplicate).isEmpty)
        try bureau.drop("unreadable", as: "甲局/副本.txt")
        await bureau.work()
        #expect(try await bureau.messages(of: .duplicate).map { $0.contains("甲局（未知年度）第 1 版") } == [true])
        // Moved on, it is no more where it was.
        try bureau.move("乙局/说明.txt", to: "丙局/说明.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["丙局 未知年度 v1 unreadable", "甲局 未知年度 v1 unreadable"])
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged).count == 3)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a half that was filed by its folder is history once the file names its body`() async throws {
        let bureau = try await Bureau()
        try await bureau.check(by: Engine.checkNameless)
        try bureau.scratch.makeFolder("inbox/一号夹")
        try bureau.drop("returned 某局 2024", as: "一号夹/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["一号夹 2024 v1 returned"])
        try bureau.drop("accepted 财政局 2024", as: "一号夹/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        // What comes in its place the year after is no reason to forget it.
        for year in ["2023", "2025"] {
            try bureau.drop("accepted 某局 \(year)", as: "一号夹/年报.txt")
            await bureau.work()
        }
        #expect(try await bureau.reports().filter { $0.hasPrefix("一号夹") }.count == 2)
    }

    @Test func `of two that one copying brings, the one that was written last is the newer version`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "定稿.txt")
        try bureau.drop("returned 财政局 2024", as: "初稿.txt")
        try bureau.date("初稿.txt", .now - 3600)
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 accepted"])
    }

    @Test func `a draft that comes late, since it is large, is history from the start`() async throws {
        let bureau = try await Bureau(limit: 10_000_000)
        try bureau.drop("returned 财政局 2024" + String(repeating: " ", count: 4_100_000), as: "初稿.txt")
        try bureau.date("初稿.txt", .now - 3600)
        try bureau.drop("accepted 财政局 2024", as: "定稿.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(bureau.daemonStatus.figures.verdicts == [.accepted: 1])
        #expect(
            try await bureau.messages(of: .judged).last == "退回修改：财政局 2024 第 2 版，错误 1 处，先于第 1 版放入，只作为历史版本（初稿.txt）")
        #expect(try await bureau.desk().register().lines.map(\.isCurrent) == [true, false])
        #expect(try bureau.verification().deviations == [])
        // What is put there later counts, however old it is.
        try bureau.remove("定稿.txt")
        await bureau.look()
        try bureau.drop("accepted 财政局 2024 2", as: "再报.txt")
        try bureau.date("再报.txt", .now - 7200)
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v3 accepted"])
    }

    @Test func `a report of somebody is not history because his file holds another's`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2023", as: "年报.txt")
        await bureau.work()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.drop("unreadable", as: "年报.txt")
        await bureau.work()
        #expect(
            try await bureau.reports() == ["年报 未知年度 v1 unreadable", "财政局 2023 v1 accepted", "财政局 2024 v1 accepted"])
        // The bytes of the current version, put back over what could not be read.
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2023 v1 accepted", "财政局 2024 v1 accepted"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `bytes that are put back are a version that says which it equals`() async throws {
        let bureau = try await Bureau()
        for text in ["accepted 财政局 2024", "returned 财政局 2024", "accepted 财政局 2024"] {
            try bureau.drop(text, as: "年报.txt")
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["财政局 2024 v3 accepted"])
        #expect(bureau.daemonStatus.figures.verdicts == [.accepted: 1])
        #expect(try await bureau.messages(of: .judged).last == "合格：财政局 2024 第 3 版，与第 1 版内容相同（年报.txt）")
        #expect(try await bureau.messages(of: .duplicate).isEmpty)
        let version = try #require(try await bureau.versions().first)
        #expect(ReceiptPage.html(for: version).contains("第 3 版（与第 1 版内容相同）"))
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged).count == 3)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `the bytes of an old version beside the file that still holds them are a duplicate`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "初稿.txt")
        await bureau.work()
        try bureau.drop("returned 财政局 2024", as: "定稿.txt")
        await bureau.work()
        try bureau.drop("accepted 财政局 2024", as: "初稿 - 副本.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 returned"])
        #expect(try await bureau.messages(of: .duplicate).count == 1)
        // No file holds them any more: whoever brings them again means them.
        for name in ["初稿.txt", "初稿 - 副本.txt"] { try bureau.remove(name) }
        await bureau.look()
        try bureau.drop("accepted 财政局 2024", as: "再报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v3 accepted"])
    }

    @Test func `an old version under a new name is no new version`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "初稿.txt")
        await bureau.work()
        try bureau.drop("returned 财政局 2024", as: "定稿.txt")
        await bureau.work()
        try FileManager.default.moveItem(
            atPath: bureau.scratch.path("inbox/初稿.txt"), toPath: bureau.scratch.path("inbox/旧.txt"))
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 returned"])
    }

    @Test(arguments: ["初稿.txt", "再报.txt"])
    func `an old version is put back where the one that has replaced it is gone`(name: String) async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "初稿.txt")
        await bureau.work()
        try bureau.drop("returned 财政局 2024", as: "定稿.txt")
        await bureau.work()
        try bureau.remove("定稿.txt")
        await bureau.work()
        // Moved away and back, so that nothing but its name was written.
        let paths = ["inbox/初稿.txt", "初稿.txt", "inbox/\(name)"].map(bureau.scratch.path)
        for (from, to) in zip(paths, paths.dropFirst()) { try FileManager.default.moveItem(atPath: from, toPath: to) }
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v3 accepted"])
        #expect(try await bureau.messages(of: .judged).last == "合格：财政局 2024 第 3 版，与第 1 版内容相同（\(name)）")
        await bureau.work()
        try await bureau.restart()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged).count == 3)
    }

    @Test func `of two files that wait, the one that was put there last is the newer version`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024" + String(repeating: " ", count: 1000), as: "初稿.txt")
        let draft = try #require(bureau.stamps().values.first?.changed)
        // The clock of a file system goes in steps.
        repeat {
            try bureau.drop("accepted 财政局 2024", as: "定稿.txt")
        } while bureau.stamps().values.map(\.changed).max() == draft
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 accepted"])
    }

    @Test func `versions that are moved together stay what they are`() async throws {
        let bureau = try await Bureau()
        for (text, name) in [("accepted 财政局 2024", "初稿.txt"), ("returned 财政局 2024 3", "定稿.txt")] {
            try bureau.drop(text, as: name)
            await bureau.work()
        }
        try bureau.scratch.makeFolder("inbox/财政局")
        for name in ["初稿.txt", "定稿.txt"] {
            try FileManager.default.moveItem(
                atPath: bureau.scratch.path("inbox/\(name)"), toPath: bureau.scratch.path("inbox/财政局/\(name)"))
        }
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 returned"])
    }

    @Test func `an old version that is touched beside its replacement is no news`() async throws {
        let bureau = try await Bureau()
        for (text, name) in [("accepted 财政局 2024", "初稿.txt"), ("returned 财政局 2024", "定稿.txt")] {
            try bureau.drop(text, as: name)
            await bureau.work()
        }
        try bureau.drop("accepted 财政局 2024", as: "初稿.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v2 returned"])
    }

    @Test func `a ledger that is made anew has the same history`() async throws {
        let bureau = try await Bureau()
        for text in ["unreadable", "accepted 财政局 2024", "returned 财政局 2024", "accepted 财政局 2024"] {
            try bureau.drop(text, as: "g.txt")
            await bureau.work()
        }
        let before = try await bureau.desk().register()
        try bureau.sabotage("UPDATE version SET successor = NULL")
        #expect(try bureau.verification().deviations.contains { $0.contains("报告“未知年度 g 第 1 版”与记录不符") })
        let copy = try await bureau.madeAnew()
        #expect(try copy.register(roster: Roster()) == before)
    }
}
