import Daemon
import Fixtures
import Foundation
import GRDB
import Office
import ReaderInterface
import Rules
import Services
import SystemPackage
import Glibc
import Testing

@testable import Ledger

@Suite("The folder of the office") struct DeskTests {
    private let desk: OfficeDesk
    private var reports: DecidedReports { desk.reports }
    private var bureau: Bureau { desk.bureau }

    init() async throws {
        desk = try await OfficeDesk()
        try await reports.drop(DecidedReports.row, DecidedReports.balance, DecidedReports.title)
    }

    private func answers() throws -> [DeskFile.Answer] {
        guard case .list(let lines, _) = try desk.files().first?.content else { return [] }
        return lines.map(\.answer)
    }

    @Test func `what is filled in is decided, and answered`() async throws {
        let files = try await desk.hand(
            in: desk.filled([
                "table3-row-total": ("核销", "已电话核实"), "table3-balance": (" 核销 ", "口径不同"),
                "section-title": ("维持", "照改"),
            ]), as: "核销单-王五.xlsx")
        #expect(try await reports.listed() == "v1 accepted-with-warnings 0 1")
        #expect(files.map(\.name) == ["核销单-王五.xlsx"])
        #expect(files.first?.summary == "填写 3 行：核销 2 处，维持 1 处。")
        let standing = try await reports.current().standing
        #expect(standing.waived.map { $0.waiver?.why } == ["已电话核实", "口径不同"])
        #expect(standing.waived.first?.waiver?.who.uid == geteuid())
        let page = try await desk.resultPage()
        for words in ["核销单-王五.xlsx", "财政局 2024", "这里写着 11", "已核销", "维持，照旧计入", "口径不同"] {
            #expect(page.contains(words), "\(words)")
        }
        let records = try await bureau.records().suffix(3).map(\.entry)
        #expect(records.map(\.event) == [.decided, .decided, .deskTaken])
        #expect(records.last?.fields["COUNT"] == "3")
        #expect(FileManager.default.fileExists(atPath: bureau.scratch.path("desk/核销单-王五.xlsx")))
    }

    @Test(.enabled(if: OfficeDesk.hasLibreOffice, "libreoffice-calc-nogui is not installed"))
    func `what another program has saved is read all the same`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已电话核实"), "section-title": ("维持", "照改")])
        let files = try await desk.hand(in: OfficeDesk.resaved(book))
        #expect(files.first?.summary == "填写 2 行：核销 1 处，维持 1 处；另有 1 行没有填写。")
        #expect(try await reports.listed() == "v1 returned 1 1")
    }

    @Test func `lines that nobody filled in are counted alone`() async throws {
        let files = try await desk.hand(in: desk.filled(["section-title": ("核销", "标题已核对")]))
        #expect(files.first?.summary == "填写 1 行：核销 1 处；另有 2 行没有填写。")
        #expect(try await !desk.resultPage().contains("这里写着 7"))
    }

    @Test func `what can't be decided is told, and changes nothing`() async throws {
        var book = try FilledBook(
            await desk.filled([
                "table3-row-total": ("核销", ""), "table3-balance": ("同意", "口径不同"), "section-title": ("核销", "已核对"),
            ]))
        let digest = try await reports.key("section-title").digest
        book.replace(digest, with: String(repeating: "0", count: 64))
        try await desk.hand(in: book.bytes())
        // The same finding with other facts is another one.
        #expect(try answers() == [.noReason, .noWish, .stale])
        #expect(try await reports.listed() == "v1 returned 2 1")
        #expect(try await bureau.records().last?.entry.message.contains("没有采纳 3 行") == true)

        var other = try FilledBook(await desk.filled(["table3-row-total": ("核销", "已核实")]))
        other.replace(bureau.ledger.id, with: "another")
        try await desk.hand(in: other.bytes(), as: "另一份.xlsx")
        #expect(try answers() == [.otherLedger])
        var unknown = try FilledBook(await desk.filled(["table3-row-total": ("核销", "已核实")]))
        unknown.replace(">requests/received<", with: ">requests/total<")
        try await desk.hand(in: unknown.bytes(), as: "第三份.xlsx")
        #expect(try answers() == [.unknown])
        #expect(try await reports.listed() == "v1 returned 2 1")
    }

    @Test func `a list of a version that has been replaced is out of date, but for what has stayed`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已核实"), "table3-balance": ("核销", "口径不同")])
        try await reports.drop(DecidedReports.balance)
        try await desk.hand(in: book)
        #expect(try answers() == [.stale, .waived])
        #expect(try await reports.listed() == "v2 accepted 0 0")
        #expect(try await desk.resultPage().contains("报告已有新版本，此条已过时"))
    }

    @Test func `what was waived is on a sheet of its own, and counts again where the office says so`() async throws {
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        try await desk.hand(in: desk.filled(["table3-row-total": ("维持", "看错了")]), as: "撤销.xlsx")
        #expect(try answers() == [.unwaived])
        #expect(try await reports.listed() == "v1 returned 2 1")
        #expect(try await !String(decoding: desk.list(), as: UTF8.self).isEmpty)
    }

    @Test func `the same bytes are taken once, under whatever name, also after a restart`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已核实")])
        try await desk.hand(in: book)
        let count = try await bureau.records().count
        try await desk.hand(in: book, as: "副本.xlsx")
        desk.restart()
        await desk.work()
        #expect(try desk.files().count == 1)
        #expect(try await bureau.records().count == count)
        let words = "“副本.xlsx”与“核销单.xlsx”的内容相同，已经办理过一次，没有再办。"
        #expect(try await desk.resultPage().contains(words))
        try FileManager.default.removeItem(atPath: bureau.scratch.path("desk/副本.xlsx"))
        await desk.work()
        #expect(try await !desk.resultPage().contains(words))
        // Other bytes that ask for the same are told so.
        try await desk.hand(in: desk.filled(["table3-balance": ("核销", "口径不同")]) + [0], as: "再来.xlsx")
        #expect(try desk.files().count == 2)
    }

    @Test func `a file goes in whole or not at all, and the next look takes it`() async throws {
        let queue = try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
        try await queue.write {
            try $0.execute(
                sql: "CREATE TRIGGER stop BEFORE INSERT ON desk_file BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        let count = try await bureau.records().count
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        #expect(try await bureau.records().count == count)
        #expect(try await reports.listed() == "v1 returned 2 1")
        try await queue.write { try $0.execute(sql: "DROP TRIGGER stop") }
        desk.restart()
        await desk.work()
        #expect(try answers() == [.waived])
        #expect(try await reports.listed() == "v1 returned 1 1")
    }

    @Test func `the records alone make the same page`() async throws {
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实"), "table3-balance": ("", "口径")]))
        try await desk.hand(in: Array("不是工作簿".utf8), as: "说明.xlsx")
        let rebuilt = try ScratchFolder()
        try rebuilt.makeFolder("state")
        let queue = try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
        let records = try await queue.read {
            try Row.fetchAll($0, sql: "SELECT * FROM record ORDER BY number").map(StoredRecord.init)
        }
        let state = FilePath(rebuilt.path("state"))
        let summary = try LedgerBuilder(in: state, id: bureau.ledger.id).build { take in
            try records.forEach { try take($0, true) }
            return LeftOut()
        }
        #expect(summary.isWhole)
        try LedgerFile.adoptRebuilt(in: state)
        let anew = try Ledger(in: state)
        #expect(try anew.deskFiles(limit: 10) == bureau.ledger.deskFiles(limit: 10))
        #expect(try anew.waiverLines() == bureau.ledger.waiverLines())
    }

    @Test func `of many lines those of the newest years are listed, and the list says so`() async throws {
        for year in [2022, 2023] {
            try bureau.drop("财政局 \(year)\n\(DecidedReports.row)", as: "\(year).txt")
            await bureau.work()
        }
        let lines = try bureau.ledger.waiverLines(enough: 4)
        #expect(lines.open.map(\.year) == ["2024", "2024", "2024", "2023"])
        #expect(lines.since == "2023")
        let list = try FilledBook(WaiverSheet.bytes(for: lines, ledger: "台账", folder: nil))
        #expect(list.parts.contains { $0.text.contains("本表只列到 2023 年度，更早年度的用 nianbao waive 核销") })
        for enough in [5, 6] {
            let all = try bureau.ledger.waiverLines(enough: enough)
            #expect(all.count == 5 && all.since == nil)
        }
    }

    @Test func `a folder that is called like a workbook is told of`() async throws {
        try bureau.scratch.makeFolder("desk/填好.xlsx")
        await desk.work()
        #expect(try await bureau.alerts() == ["desk-unusable"])
        #expect(try await desk.resultPage().contains("“填好.xlsx”是文件夹，没有打开，也没有办理"))
    }

    @Test func `a folder that everybody may write to is not listened to`() async throws {
        try bureau.scratch.permit(0o777, "desk")
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        #expect(try desk.files().isEmpty)
        #expect(try await bureau.alerts() == ["desk-unusable"])
        try bureau.scratch.permit(0o770, "desk")
        await desk.work()
        #expect(try answers() == [.waived])
        #expect(try await bureau.alerts() == [])
    }

    @Test func `a folder that is not there is told of`() async throws {
        try FileManager.default.removeItem(atPath: bureau.scratch.path("desk"))
        await desk.work()
        #expect(try await bureau.alerts() == ["desk-unusable"])
    }

    @Test func `other files are told of once, and what office programs leave is passed over`() async throws {
        try await desk.hand(in: Array("说明".utf8), as: "说明.docx")
        try desk.put([1], as: "~$核销单.xlsx")
        try desk.put([1], as: ".~核销单.xlsx")
        try bureau.scratch.makeFolder("desk/旧的")
        try desk.put([1], as: "旧的/核销单.xlsx")
        await desk.work()
        desk.restart()
        await desk.work()
        #expect(try desk.files().map(\.name) == ["说明.docx"])
        #expect(try await bureau.messages(of: .deskTaken).count == 1)
    }

    @Test func `a workbook that somebody edits is waited for`() async throws {
        try desk.put([1], as: ".~lock.核销单.xlsx#")
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        #expect(try desk.files().isEmpty)
        try FileManager.default.removeItem(atPath: bureau.scratch.path("desk/.~lock.核销单.xlsx#"))
        await desk.work()
        #expect(try answers() == [.waived])
    }

    @Test func `half of a workbook is waited for, and refused where nothing more comes`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已核实")])
        try await desk.hand(in: Array(book.prefix(book.count / 2)))
        #expect(try desk.files().isEmpty)
        try await desk.hand(in: book)
        #expect(try answers() == [.waived])
        try await desk.hand(in: Array(book.prefix(book.count / 3)), as: "断了.xlsx")
        desk.wait(Bureau.patience)
        await desk.work()
        #expect(try desk.files().first?.summary.contains("没有读取") == true)
    }
}
