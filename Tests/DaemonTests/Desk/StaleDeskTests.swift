import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Testing

/// Lists that were made before something was decided, or that say two things: a decision is never undone by what somebody did not see.
@Suite("Lists of the office that are out of date") struct StaleDeskTests {
    private let desk: OfficeDesk
    private var reports: DecidedReports { desk.reports }
    private var bureau: Bureau { desk.bureau }

    init() async throws {
        desk = try await OfficeDesk()
        try await reports.drop(DecidedReports.row, DecidedReports.balance, DecidedReports.title)
    }

    private func answers(in file: DeskFile?) -> [DeskFile.Answer] {
        guard case .list(let lines, _) = file?.content else { return [] }
        return lines.map(\.answer)
    }

    private func touch(_ name: String, _ seconds: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: seconds)],
            ofItemAtPath: bureau.scratch.path("desk/\(name)"))
    }

    @Test func `an old list that is saved again brings back nothing that was withdrawn`() async throws {
        let old = try await desk.filled(["table3-row-total": ("核销", "已核实")])
        try await desk.hand(in: old)
        try await desk.hand(in: desk.filled(["table3-row-total": ("维持", "科长不同意")]), as: "撤销.xlsx")
        var again = try FilledBook(old)
        try again.fill("section-title", "维持", "照改")
        let file = try await desk.hand(in: again.bytes()).first
        #expect(answers(in: file) == [.decidedSince, .kept])
        #expect(try await reports.listed() == "v1 returned 2 1")
        #expect(try await desk.resultPage().contains("此条另有决定，请用新的核销单"))
    }

    @Test func `a list on which a finding counts does not undo a waiver that it does not show`() async throws {
        let old = try await desk.filled(["table3-row-total": ("维持", "照改")])
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        #expect(answers(in: try await desk.hand(in: old, as: "旧的.xlsx").first) == [.decidedSince])
        #expect(try await reports.listed() == "v1 returned 1 1")
    }

    @Test func `a list that does not say what it was made from changes nothing`() async throws {
        var book = try FilledBook(await desk.filled(["table3-row-total": ("核销", "已核实")]))
        book.replace("决定编号", with: "别的")
        #expect(answers(in: try await desk.hand(in: book.bytes()).first) == [.decidedSince])
        #expect(try await reports.listed() == "v1 returned 2 1")
    }

    @Test func `of lines that contradict each other none is taken`() async throws {
        var book = try FilledBook(
            await desk.filled(["table3-row-total": ("核销", "已核实"), "table3-balance": ("维持", "照改")]))
        let (row, balance) = (try await reports.key("table3-row-total"), try await reports.key("table3-balance"))
        for (own, other) in [(balance.rule, row.rule), (balance.at, row.at), (balance.digest, row.digest)] {
            book.replace(">\(own)<", with: ">\(other)<")
        }
        let file = try await desk.hand(in: book.bytes()).first
        #expect(answers(in: file) == [.contradictory, .contradictory])
        #expect(try await reports.listed() == "v1 returned 2 1")
    }

    @Test func `the answer names the finding as the ledger has it`() async throws {
        var book = try FilledBook(await desk.filled(["table3-row-total": ("核销", "已核实")]))
        book.replace("这里写着 11", with: "别的问题")
        try await desk.hand(in: book.bytes())
        let page = try await desk.resultPage()
        #expect(page.contains("这里写着 11") && !page.contains("别的问题"))
    }

    @Test func `what is found at one time is taken in the order in which it was saved`() async throws {
        let (keep, waive) = (
            try await desk.filled(["table3-row-total": ("维持", "照改")]),
            try await desk.filled(["table3-row-total": ("核销", "已核实")])
        )
        for number in 0..<20 {
            // Each is another file of the same words.
            let name = String(format: "%02d.xlsx", 20 - number)
            try desk.put((number.isMultiple(of: 2) ? keep : waive) + Array(repeating: 0, count: number), as: name)
            try touch(name, 1_700_000_000 + Double(number))
        }
        await desk.work()
        #expect(try desk.files().reversed().map(\.name) == (1...20).reversed().map { String(format: "%02d.xlsx", $0) })
    }

    @Test func `a file to which others can write is not taken, and told`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已核实")])
        for mode: UInt16 in [0o666, 0o664] {
            try desk.put(book, as: "核销单.xlsx")
            try bureau.scratch.permit(Int(mode), "desk/核销单.xlsx")
            await desk.work()
            #expect(try desk.files().isEmpty)
            #expect(try await bureau.alerts() == ["desk-unusable"])
        }
        try bureau.scratch.permit(0o644, "desk/核销单.xlsx")
        await desk.work()
        #expect(answers(in: try desk.files().first) == [.waived])
        #expect(try await bureau.alerts() == [])
    }

    @Test func `what lies where nobody reads it is told of, unless it was dealt with`() async throws {
        let book = try await desk.filled(["table3-row-total": ("核销", "已核实")])
        try bureau.scratch.makeFolder("desk/旧的")
        try desk.put(book, as: "旧的/核销单.xlsx")
        await desk.work()
        #expect(try await bureau.alerts() == ["desk-unusable"])
        try await desk.hand(in: book)
        desk.restart()
        await desk.work()
        #expect(try await bureau.alerts() == [])
        try FileManager.default.createSymbolicLink(
            atPath: bureau.scratch.path("desk/链接.xlsx"), withDestinationPath: "核销单.xlsx")
        await desk.work()
        #expect(try await bureau.alerts() == ["desk-unusable"])
    }

    @Test func `a start does not take back what is wrong still`() async throws {
        try desk.put(try await desk.filled(["table3-row-total": ("核销", "已核实")]), as: "核销单.xlsx")
        try bureau.scratch.permit(0o666, "desk/核销单.xlsx")
        await desk.work()
        desk.restart()
        await desk.look()
        #expect(try await bureau.alerts() == ["desk-unusable"])
    }
}
