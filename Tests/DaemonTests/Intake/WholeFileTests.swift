import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Services
import SystemPackage
import Testing

@Suite("A file is taken when it is whole") struct WholeFileTests {
    /// How long a writer pauses.
    private static let pause = Duration.seconds(8)

    @Test func `a file that is held open is judged once it is closed, however long its writer pauses`() async throws {
        let bureau = try await Bureau(isWatched: true)
        await bureau.look()
        let file = try bureau.open("年报.txt")
        try file.writeAll("returned 财政局".utf8)
        for _ in 1...3 {
            await bureau.work()
            bureau.wait(Self.pause)
            #expect(bureau.daemonStatus.receiving.map(\.name) == ["年报.txt"])
        }
        try file.writeAll(" 2024".utf8)
        await bureau.work()
        #expect(try await bureau.records().isEmpty)
        try file.close()
        await bureau.look()
        #expect(try await bureau.records().isEmpty, "it may be opened once more")
        await bureau.work()
        #expect(try await bureau.messages(of: .judged) == ["退回修改：财政局 2024 第 1 版，错误 1 处（年报.txt）"])
    }

    @Test func `a file that is held open for ever is judged as it is`() async throws {
        let bureau = try await Bureau(isWatched: true)
        await bureau.look()
        let file = try bureau.open("年报.txt")
        try file.writeAll("returned 财政局 2024".utf8)
        await bureau.look()
        bureau.wait(Bureau.patience)
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 returned"])
        try file.close()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged, .duplicate).count == 1)
    }

    @Test func `a file that is closed twice is judged once`() async throws {
        let bureau = try await Bureau(isWatched: true, cutOff: "（未完）")
        await bureau.look()
        var file = try bureau.open("扫描.txt")
        try file.writeAll("returned 财政局 2024 1 （未完）".utf8)
        try file.close()
        await bureau.work()
        bureau.wait(.seconds(4))
        #expect(try await bureau.records().isEmpty)
        file = try bureau.open("扫描.txt")
        try file.writeAll("accepted 财政局 2024".utf8)
        try file.close()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged) == ["合格：财政局 2024 第 1 版（扫描.txt）"])
    }

    /// A bureau that has looked once, and a file with half a report, open, in a folder that was made since.
    private func newFolder(_ check: Engine.Check? = nil) async throws -> (bureau: Bureau, file: FileDescriptor) {
        let bureau = try await Bureau(isWatched: true)
        if let check { try await bureau.check(by: check) }
        await bureau.look()
        try bureau.scratch.makeFolder("inbox/某局")
        let file = try bureau.open("某局/年报.txt")
        try file.writeAll("returned 财政局".utf8)
        try bureau.turnClock(toChangeOf: "某局/年报.txt")
        return (bureau, file)
    }

    @Test func `a writer who began before the folder was watched is waited for`() async throws {
        let (bureau, file) = try await newFolder()
        for _ in 1...2 {
            await bureau.work()
            bureau.wait(Self.pause)
            await bureau.look()
            #expect(try await bureau.records().isEmpty)
            #expect(bureau.daemonStatus.receiving.map(\.name) == ["某局/年报.txt"])
        }
        try file.writeAll(" 2024".utf8)
        await bureau.work()
        bureau.wait(.seconds(60))
        await bureau.work()
        #expect(try await bureau.records().isEmpty, "he is known now")
        try file.close()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged) == ["退回修改：财政局 2024 第 1 版，错误 1 处（某局/年报.txt）"])
    }

    @Test func `a writer of whom nothing is heard for half a minute is not waited for`() async throws {
        let (bureau, file) = try await newFolder()
        await bureau.work()
        #expect(try await bureau.records().isEmpty)
        bureau.wait(.seconds(30))
        await bureau.look()
        #expect(try await bureau.reports() == ["某局 未知年度 v1 returned"])
        try file.close()
    }

    @Test
    func `in a new folder a file is judged at once that was closed, that is old, or whose end says that it is whole`()
        async throws
    {
        let (closed, file) = try await newFolder()
        await closed.look()
        try file.close()
        await closed.work()
        #expect(try await closed.reports().count == 1)

        let (old, openFile) = try await newFolder()
        old.wait(.seconds(31))
        await old.work()
        #expect(try await old.reports().count == 1)

        let (whole, wholeFile) = try await newFolder(Engine.checkEnds)
        await whole.work()
        #expect(try await whole.reports().count == 1)
        for file in [openFile, wholeFile] { try file.close() }
    }

    @Test func `one who touches the file says nothing of a writer who began before`() async throws {
        let (bureau, file) = try await newFolder()
        await bureau.look()
        try FileDescriptor.open(FilePath(bureau.scratch.path("inbox/某局/年报.txt")), .writeOnly, options: .closeOnExec)
            .close()
        try bureau.date("某局/年报.txt", .now - 60)
        try bureau.turnClock(toChangeOf: "某局/年报.txt")
        await bureau.work()
        bureau.wait(Self.pause)
        await bureau.look()
        #expect(try await bureau.records().isEmpty)
        // Who has written all of it anew and closed it is known.
        try file.close()
        try bureau.drop("returned 财政局 2024", as: "某局/年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 returned"])
    }

    @Test func `another one who opens and closes the file says nothing of who writes it`() async throws {
        let bureau = try await Bureau(isWatched: true)
        await bureau.look()
        let file = try bureau.open("年报.txt")
        try file.writeAll("returned 财政局".utf8)
        await bureau.look()
        let other = try FileDescriptor.open(
            FilePath(bureau.scratch.path("inbox/年报.txt")), .writeOnly, options: .closeOnExec)
        try other.close()
        for _ in 1...2 {
            await bureau.work()
            bureau.wait(Self.pause)
            await bureau.look()
        }
        #expect(try await bureau.records().isEmpty)
        try file.writeAll(" 2024".utf8)
        try file.close()
        await bureau.work()
        #expect(try await bureau.messages(of: .judged) == ["退回修改：财政局 2024 第 1 版，错误 1 处（年报.txt）"])
    }

    @Test(arguments: [true, false])
    func `one who reads delays a file only where nobody can tell by its end that it is whole`(hasEnd: Bool)
        async throws
    {
        let bureau = try await Bureau(isWatched: true)
        if hasEnd { try await bureau.check(by: Engine.checkEnds) }
        await bureau.look()
        let file = try bureau.open("年报.txt")
        try file.writeAll("returned 财政局 2024".utf8)
        let reader = try FileDescriptor.open(
            FilePath(bureau.scratch.path("inbox/年报.txt")), .readOnly, options: .closeOnExec)
        try file.close()
        await bureau.work()
        #expect(try await bureau.reports().count == (hasEnd ? 1 : 0))
        try reader.close()
        await bureau.work()
        #expect(try await bureau.reports().count == 1)
    }

    @Test func `a file that ends too early is waited for where nobody tells, and then judged as it is`() async throws {
        let bureau = try await Bureau(cutOff: "（未完）")
        for piece in 1...5 {
            try bureau.drop("残\(piece) （未完）", as: "年报.txt")
            await bureau.work()
            bureau.wait(Bureau.patience / 2)
            await bureau.work()
            #expect(bureau.daemonStatus.receiving.map(\.name) == ["年报.txt"])
        }
        #expect(try await bureau.messages(of: .judged).isEmpty)
        let copies = try FileManager.default.subpathsOfDirectory(atPath: bureau.archive.folder.string)
        #expect(copies.filter { $0.count > 60 } == [], "a part is of no use to anybody")
        bureau.wait(Bureau.patience)
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(try await bureau.messages(of: .judged).count == 2)
    }

    @Test func `where the system tells of a close, a file that ends too early waits for half a minute`() async throws {
        let bureau = try await Bureau(isWatched: true, cutOff: "（未完）")
        await bureau.look()
        try bureau.drop("unreadable （未完）", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.records().isEmpty)
        bureau.wait(.seconds(30))
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
    }

    @Test func `a file that is whole is not delayed by one that is not`() async throws {
        let bureau = try await Bureau(cutOff: "（未完）")
        try bureau.drop("unreadable （未完）", as: "a.txt")
        try bureau.drop("accepted 水利局 2024", as: "b.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["水利局 2024 v1 accepted"])
    }

    @Test func `a link to a finished file is judged at once`() async throws {
        let bureau = try await Bureau(isWatched: true)
        await bureau.look()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt.filepart")
        try FileManager.default.linkItem(
            atPath: bureau.scratch.path("inbox/年报.txt.filepart"), toPath: bureau.scratch.path("inbox/年报.txt"))
        try bureau.remove("年报.txt.filepart")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test(arguments: [
        "年报.txt.filepart", "年报.txt.downloading", "年报.baiduyun.p.downloading", "年报.txt.lock", "年报.td", "年报.pd~",
    ])
    func `what a program writes under a name of its own is judged under its last name`(name: String) async throws {
        let bureau = try await Bureau(isWatched: true)
        try bureau.drop("returned 财政局", as: name)
        await bureau.work()
        #expect(try await bureau.records().isEmpty)
        #expect(bureau.daemonStatus.receiving.isEmpty)
        try bureau.drop("returned 财政局 2024", as: name)
        try FileManager.default.moveItem(
            atPath: bureau.scratch.path("inbox/\(name)"), toPath: bureau.scratch.path("inbox/年报.txt"))
        // A program that another test begins has the file open as well, until it is what it becomes.
        var looks = 0
        repeat {
            await bureau.work()
            looks += 1
        } while try await bureau.reports().isEmpty && looks < 100
        #expect(try await bureau.reports() == ["财政局 2024 v1 returned"])
    }

    @Test func `a mark of editing that a crash has left holds no file`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("", as: "~$局年报.docx")
        let old = bureau.now.date - Bureau.patience / .seconds(1) - 1
        try FileManager.default.setAttributes(
            [.modificationDate: old], ofItemAtPath: bureau.scratch.path("inbox/~$局年报.docx"))
        try bureau.drop("accepted 财政局 2024", as: "财政局年报.docx")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `a share under another number is not read anew, but looked through when nothing else waits`()
        async throws
    {
        let bureau = try await Bureau()
        for number in 1...20 { try bureau.drop("accepted 单位\(number) 2024", as: "\(number).txt") }
        await bureau.work()
        try bureau.sabotage("UPDATE arrival SET device = device + 1")
        // Bytes that changed while the share was away, with all else the same.
        try bureau.sabotage("UPDATE version SET content = 'other' WHERE agency = '单位7'")
        try await bureau.restart()
        let copies = try FileManager.default.subpathsOfDirectory(atPath: bureau.archive.folder.string).count
        await bureau.look()
        #expect(bureau.daemonStatus.receiving.isEmpty)
        for _ in 1...4 { await bureau.work() }
        #expect(try await bureau.ledger.judgedFiles() == bureau.stamps())
        #expect(try await bureau.messages(of: .duplicate).isEmpty)
        #expect(try await bureau.reports().filter { $0.contains("v2") } == ["单位7 2024 v2 accepted"])
        #expect(try FileManager.default.subpathsOfDirectory(atPath: bureau.archive.folder.string).count == copies)
    }
}
