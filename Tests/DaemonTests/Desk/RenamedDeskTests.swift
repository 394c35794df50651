import Daemon
import Fixtures
import Foundation
import Ledger
import Reports
import Rules
import Services
import Testing

@testable import Office

@Suite("Decisions on what a body has handed in under its former name") struct RenamedDeskTests {
    private static let roster = Roster([Agency(name: "财政和国资局", otherNames: ["财政局"])])
    private static let names = FiledNames(roster)

    private let desk: OfficeDesk
    private var reports: DecidedReports { desk.reports }
    private var bureau: Bureau { reports.bureau }

    init() async throws {
        desk = try await OfficeDesk()
        try await reports.drop(DecidedReports.row, DecidedReports.balance)
    }

    private func rename() async throws { try await bureau.ledger.adoptNames(Self.names, at: bureau.now.date) }

    /// The body's report under its present name: one finding as before, another with other numbers.
    private func dropAnew(balance: Int = 8) async throws {
        let text = "财政和国资局 2024\n\(DecidedReports.row)table3-balance requests/*/total error \(balance)\n"
        try bureau.drop(text, as: "财政和国资局.txt")
        await bureau.work()
    }

    private func version() async throws -> ReportVersion {
        try #require(try await bureau.desk().version(of: "财政和国资局", year: "2024"))
    }

    private func open() throws -> [String] {
        try bureau.ledger.waiverLines().open.map { "\($0.agency) \($0.line.key.rule)" }
    }

    /// The list as it is at this moment.
    private func list() throws -> FilledBook {
        try FilledBook(WaiverSheet.bytes(for: bureau.ledger.waiverLines(), ledger: bureau.ledger.id, folder: nil))
    }

    @Test(arguments: [true, false]) func `hold for the same findings of its new report`(isRenamedFirst: Bool)
        async throws
    {
        try await reports.waive("table3-row-total")
        if isRenamedFirst { try await rename() }
        try await dropAnew()
        if !isRenamedFirst { try await rename() }
        let standing = try await version().standing
        #expect(standing.waived.map(\.key.rule) == ["table3-row-total"])
        #expect(standing.waived.first?.waiver?.why == "以“财政局”的名称报送时已核销：已电话核实")
        #expect(standing.waived.first?.waiver?.who == reports.clerk)
        #expect(try open() == ["财政和国资局 table3-balance"], "what does not count waits for nothing")
        #expect(try bureau.verification().deviations == [])
        // It is decided once.
        let count = try await bureau.records().count
        try await bureau.ledger.adoptNames(FiledNames(), at: bureau.now.date)
        try await rename()
        #expect(try await bureau.records().count == count)
    }

    @Test func `do not come back where they were taken back`() async throws {
        try await reports.waive("table3-row-total")
        let key = try await reports.key("table3-row-total")
        try await reports.decide(reports.request(.unwaive(key)))
        try await rename()
        try await dropAnew()
        #expect(try await version().standing.waived.isEmpty)
    }

    @Test func `are what was said last, whichever name the body had then, where it has its first name again`()
        async throws
    {
        let back = FiledNames(Roster([Agency(name: "财政局", otherNames: ["财政和国资局"])]))
        try await reports.waive("table3-row-total")
        try await rename()
        try await dropAnew()
        let key = try #require(try await version().standing.waived.first).key
        try await reports.decide(reports.request(.unwaive(key), why: "口径一致", agency: "财政和国资局"))
        try await bureau.ledger.adoptNames(back, at: bureau.now.date)
        #expect(try open().contains("财政局 table3-row-total"))
        try await reports.drop(DecidedReports.row)
        #expect(try await reports.current().standing.verdict == .returned)
        let decisions = try bureau.ledger.decisions(of: "财政局", year: "2024")
        #expect(decisions.map(\.withdrawal?.why) == ["以“财政和国资局”的名称报送时已撤销核销：口径一致"])
        #expect(decisions.first?.withdrawal?.who == reports.clerk)
        // Decided once more, it is decided for the name that comes then.
        try await reports.waive("table3-row-total")
        try await rename()
        try await dropAnew(balance: 9)
        #expect(try await version().version == 2)
        #expect(try await version().standing.waived.map(\.key.rule) == ["table3-row-total"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `can be made by its new name in a list`() async throws {
        try await rename()
        #expect(try open() == ["财政和国资局 table3-row-total", "财政和国资局 table3-balance"])
        var book = try list()
        try book.fill("table3-row-total", "核销", "已核实")
        let files = try await desk.hand(in: book.bytes())
        #expect(files.first?.count(.waived) == 1)
        #expect(try await reports.current().standing.waived.count == 1)
    }

    @Test(arguments: [true, false]) func `made in a list for a report that is another body's by now are refused`(
        saysWhich: Bool
    ) async throws {
        try await rename()
        try await reports.drop(DecidedReports.row, DecidedReports.title)
        var book = try list()
        try book.fill("table3-row-total", "核销", "已与原财政局核实")
        if !saysWhich { book.replace("报告指纹", with: "别的") }
        let corrected = FiledNames(
            Roster([Agency(name: "财政和国资局"), Agency(name: "国库局", otherNames: ["财政局"])]))
        try await bureau.ledger.adoptNames(corrected, at: bureau.now.date)
        try await dropAnew()
        let files = try await desk.hand(in: book.bytes())
        #expect(files.first?.count(.stale) == 1)
        #expect(try await version().standing.waived.isEmpty)
    }

    @Test func `made in a list of an edition that does not say which report it shows go by its number`() async throws {
        var book = try list()
        try book.fill("table3-row-total", "核销", "已核实")
        book.replace("报告指纹", with: "别的")
        try await rename()
        try await dropAnew()
        #expect(try await desk.hand(in: book.bytes()).first?.count(.waived) == 1)
    }

    @Test func `made in a list for a finding that its report of now does not have are out of date`() async throws {
        var book = try list()
        try book.fill("table3-balance", "核销", "已核实")
        try await rename()
        try bureau.drop("财政和国资局 2024\n\(DecidedReports.row)", as: "财政和国资局.txt")
        await bureau.work()
        #expect(try await desk.hand(in: book.bytes()).first?.count(.stale) == 1)
    }

    @Test func `contradict each other in a list also where they have another of its names each`() async throws {
        let line = try #require(try bureau.ledger.waiverLines().open.first)
        let filled = zip(["财政局", "财政和国资局"], ["维持", "核销"]).enumerated().map { row, entry in
            WaiverSheet.Filled(
                row: 3 + row, year: line.year, agency: entry.0, version: line.version, content: line.content,
                key: line.line.key, ledger: bureau.ledger.id, state: 0, wish: entry.1, why: "甲", message: "")
        }
        let reading = WaiverSheet.Reading(filled: filled)
        #expect(reading.contradictory(Self.names).count == 1)
        #expect(reading.contradictory(FiledNames()).isEmpty)
    }

    @Test(arguments: [true, false]) func `are told of where the numbers are others now`(isRenamedFirst: Bool)
        async throws
    {
        let receipt = { (roster: Roster) in
            await bureau.publisher(roster: roster).publish(at: ClockReading(uptime: .now, date: bureau.now.date))
            return try bureau.scratch.text(of: "status/reports/2024/财政和国资局/v1/receipt.html")
        }
        let words = "以“财政局”的名称报送时同一处曾核销（这里写着 7），内容已不同，须重新核对。"
        try await reports.waive("table3-balance")
        if isRenamedFirst { try await rename() }
        try await dropAnew()
        if !isRenamedFirst { #expect(try await !receipt(Roster()).contains(words)) }
        #expect(try await receipt(Self.roster).contains(words))
        #expect(DeskText.show(try await version(), receipt: "").contains(words))
        #expect(try bureau.ledger.waiverLines().open.last?.line.former?.words == "这里写着 7")
        #expect(try await !receipt(Roster()).contains(words), "it is another body again")
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `made in a list from before hold for its report of now, where that says the same`() async throws {
        var book = try list()
        try book.fill("table3-row-total", "核销", "已核实")
        try book.fill("table3-balance", "核销", "已核实")
        try await rename()
        try await dropAnew()
        let files = try await desk.hand(in: book.bytes())
        #expect(files.first?.count(.waived) == 1 && files.first?.count(.stale) == 1)
        #expect(try await version().standing.waived.map(\.key.rule) == ["table3-row-total"])
    }
}
