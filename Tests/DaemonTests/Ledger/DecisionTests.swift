import Daemon
import Fixtures
import Foundation
import GRDB
import Office
import Reports
import Rules
import Services
import SystemPackage
import Testing

@testable import Ledger

@Suite("What the office decides") struct DecisionTests {
    private let reports: DecidedReports
    private var bureau: Bureau { reports.bureau }

    init() async throws { reports = try await DecidedReports() }

    @Test func `a waived finding does not count, and stays`() async throws {
        try await reports.drop(DecidedReports.row, DecidedReports.title)
        #expect(try await reports.listed() == "v1 returned 1 1")
        #expect(try await reports.waive("table3-row-total")?.name == "taken")
        #expect(try await reports.listed() == "v1 accepted-with-warnings 0 1")
        #expect(bureau.daemonStatus.figures.verdicts[.acceptedWithWarnings] == 1)
        let standing = try await reports.current().standing
        #expect((standing.checked, standing.verdict) == (.returned, .acceptedWithWarnings))
        let line = try #require(standing.waived.first)
        #expect((line.number, line.waiver?.why, line.waiver?.who) == (1, "已电话核实", reports.clerk))
        #expect(line.waiver?.words == "这里写着 11")
        #expect(try await reports.current().result.verdict == .returned, "the result is what the bytes say")

        #expect(try await reports.waive("section-title")?.name == "taken")
        #expect(try await reports.listed() == "v1 accepted 0 0")
    }

    @Test func `the record has all that applying it needs, and who, when and why`() async throws {
        try await reports.drop(DecidedReports.row)
        try await reports.waive("table3-row-total")
        let record = try #require(try await bureau.records().last)
        #expect(record.entry.event == .decided)
        let fields = record.entry.fields
        #expect(fields["DECISION"] == "waive")
        #expect(fields["VERDICT"] == "accepted")
        #expect((fields["RULE"], fields["AT"]) == ("table3-row-total", "requests/received"))
        #expect((fields["WHY"], fields["BY"]) == ("已电话核实", "王五"))
        #expect((fields["ACCOUNT"], fields["ACCOUNT_UID"], fields["ACCOUNT_THROUGH"]) == ("wang", "1001", "nianbao"))
        #expect(record.entry.message.contains("王五（账户 wang，经 nianbao）"))
        #expect(record.entry.message.contains("现在的结论：合格"))
    }

    @Test func `to ask twice is to ask once, and what can't be decided keeps nothing back`() async throws {
        try await reports.drop(DecidedReports.row, DecidedReports.balance)
        let (row, balance) = try await (reports.key("table3-row-total"), reports.key("table3-balance"))
        let before = try await bureau.records().count
        var (other, elsewhere) = (row, row)
        other.digest = String(repeating: "0", count: 64)
        elsewhere.at = "title"
        let outcomes = try await reports.decide(
            reports.request(.waive(row)), reports.request(.waive(row)), reports.request(.waive(other)),
            reports.request(.waive(elsewhere)), reports.request(.waive(balance), why: " \n"),
            reports.request(.waive(balance), why: String(repeating: "很", count: 501)),
            reports.request(.waive(balance), agency: "水利局"), reports.request(.unwaive(balance)),
            reports.request(.withdrawOverrule), reports.request(.waive(balance)))
        #expect(
            outcomes.map(\.name) == [
                "taken", "already", "stale", "unknownFinding", "noReason", "reasonTooLong", "unknownReport", "already",
                "already", "taken",
            ])
        #expect(try await bureau.records().count == before + 2)
        #expect(try await reports.listed() == "v1 accepted 0 0")
    }

    @Test func `a reason is one line without numbers of persons`() async throws {
        try await reports.drop(DecidedReports.row)
        let key = try await reports.key("table3-row-total")
        try await reports.decide(reports.request(.waive(key), why: "见来信\n\u{1B}[31m 13812345678 "))
        let why = try #require(try await reports.current().standing.waived.first?.waiver?.why)
        #expect(!why.contains("13812345678"))
        #expect(why.hasPrefix("见来信 [31m 138"))
    }

    @Test func `what was waived can be taken back`() async throws {
        try await reports.drop(DecidedReports.row)
        try await reports.waive("table3-row-total")
        let key = try await reports.key("table3-row-total")
        #expect(try await reports.decide(reports.request(.unwaive(key), why: "核销有误")).map(\.name) == ["withdrawn"])
        #expect(try await reports.listed() == "v1 returned 1 0")
        let decision = try #require(try bureau.ledger.decisions(of: "财政局", year: "2024").first)
        #expect(decision.withdrawal?.why == "核销有误")
        #expect(try await bureau.records().last?.entry.event == .withdrawn)
        #expect(try await reports.waive("table3-row-total")?.name == "taken", "and be waived once more")
        #expect(try await reports.listed() == "v1 accepted 0 0")
    }

    @Test func `a later version keeps a decision on the same facts, and others ask again`() async throws {
        try await reports.drop(DecidedReports.row, DecidedReports.balance)
        try await reports.waive("table3-row-total")
        try await reports.waive("table3-balance")
        try await reports.drop(DecidedReports.row, "table3-balance requests/*/total error 8\n")
        #expect(try await reports.listed() == "v2 returned 1 0")
        let standing = try await reports.current().standing
        #expect(standing.waived.map(\.key.rule) == ["table3-row-total"])
        #expect(standing.waived.first?.waiver?.version == 1, "it is carried over")
        #expect(standing.open.map(\.former?.words) == ["这里写着 7"], "it says on what the earlier one was")
        try await reports.drop(DecidedReports.row, DecidedReports.balance)
        #expect(try await reports.listed() == "v3 accepted 0 0")
    }

    @Test func `a decision on a later version says nothing of an earlier one`() async throws {
        try await reports.drop(DecidedReports.row)
        try await reports.drop(DecidedReports.row, DecidedReports.title)
        try await reports.waive("table3-row-total")
        let first = try #require(try await bureau.desk().version(of: "财政局", year: "2024", number: 1))
        #expect(first.standing.verdict == .returned)
    }

    @Test func `a whole report is overruled, both ways, and that is taken back`() async throws {
        try await reports.drop(scan: true)
        #expect(try await reports.listed() == "v1 unreadable 0 0")
        #expect(try await reports.decide(reports.request(.overrule(.accepted))).map(\.name) == ["taken"])
        #expect(try await reports.listed() == "v1 accepted 0 0")
        #expect(try await reports.current().standing.overrule?.overruling?.instead == .unreadable)
        #expect(try await reports.decide(reports.request(.overrule(.accepted))).map(\.name) == ["already"])
        #expect(try await reports.decide(reports.request(.overrule(.returned))).map(\.name) == ["taken"])
        #expect(try await reports.listed() == "v1 returned 0 0")
        #expect(try await reports.decide(reports.request(.withdrawOverrule)).map(\.name) == ["withdrawn"])
        #expect(try await reports.listed() == "v1 unreadable 0 0", "no earlier decision comes back")
    }

    @Test func `what is returned by the office stays returned, whatever is waived of it`() async throws {
        try await reports.drop(DecidedReports.row)
        #expect(try await reports.decide(reports.request(.overrule(.returned))).map(\.name) == ["taken"])
        try await reports.waive("table3-row-total")
        #expect(try await reports.listed() == "v1 returned 0 0")
        let again = reports.request(.overrule(.returned), why: "另有来信")
        #expect(try await reports.decide(again).map(\.name) == ["taken"])
        #expect(try await reports.current().standing.overrule?.why == "另有来信")
        #expect(try await reports.decide(again).map(\.name) == ["already"])
    }

    @Test func `an overruling holds for its version, and for the same bytes that are put back`() async throws {
        try await reports.drop(DecidedReports.title)
        try await reports.decide(reports.request(.overrule(.returned)))
        try await reports.drop()
        #expect(try await reports.listed() == "v2 accepted 0 0")
        #expect(
            try await reports.decide(reports.request(.overrule(.returned), version: 1)).map(\.name) == ["stale"])
        try await reports.drop(DecidedReports.title)
        #expect(try await reports.listed() == "v3 returned 0 1")
    }

    @Test func `another look at the same bytes keeps a decision on the same facts`() async throws {
        try await reports.drop(DecidedReports.row, DecidedReports.balance)
        try await reports.waive("table3-row-total")
        let kept = try #require(try await bureau.ledger.archivedVersions().first)
        var checked = CheckedReport(result: kept.version.result)
        checked.result.findings[0].message = "新的规则换了说法"
        checked.result.findings.removeLast()
        try await bureau.ledger.replace(kept, by: checked, at: bureau.now.date)
        #expect(try await reports.listed() == "v1 accepted 0 0")
        let judged = try #require(try await bureau.records().last { $0.entry.event == .rejudged }).entry
        #expect((judged.fields["VERDICT"], judged.fields["WAIVED"]) == ("accepted", "1"))
        #expect(judged.message.contains("已核销 1 处"))

        checked.result.findings[0].facts = ["stated": .number(12)]
        try await bureau.ledger.replace(kept, by: checked, at: bureau.now.date)
        #expect(try await reports.listed() == "v1 returned 1 0")
        #expect(try await reports.current().standing.open.first?.former?.words == "这里写着 11")
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `an overruling asks again where another look comes to another verdict`() async throws {
        try await reports.drop(scan: true)
        try await reports.decide(reports.request(.overrule(.accepted)))
        let kept = try #require(try await bureau.ledger.archivedVersions().first)
        var checked = CheckedReport(result: kept.version.result)
        checked.result.verdict = .acceptedWithWarnings
        try await bureau.ledger.replace(kept, by: checked, at: bureau.now.date)
        #expect(try await reports.listed() == "v1 accepted-with-warnings 0 0")
        #expect(try await reports.current().standing.formerOverrule != nil)
        // Lists go by what is kept beside the results.
        let words = "曾由办公室改定，校核结论已不同，须重新决定"
        let overview = try await bureau.overview()
        #expect(overview.reports.first?.asksAgain == true)
        #expect(DeskText.list(overview.standing(of: "2024"), at: bureau.now.date).contains(words))
        #expect(try RegisterTable.csv(for: bureau.ledger.register(roster: Roster())).contains(words))
        #expect(try await ReportSummary(reports.current()).asksAgain)
        try await reports.decide(reports.request(.overrule(.returned)), reports.request(.withdrawOverrule))
        #expect(try await bureau.overview().reports.first?.asksAgain == false)
    }

    @Test func `what could not be read has nothing to waive`() async throws {
        try await reports.drop("unreadable-scan file error 1\n", scan: true)
        let key = try await reports.key("unreadable-scan")
        #expect(try await reports.decide(reports.request(.waive(key))).map(\.name) == ["notChecked"])
        #expect(try bureau.ledger.openFindings(of: "2024").isEmpty)
    }

    @Test func `what waits for a decision is listed with its number, which stays`() async throws {
        try await reports.drop(DecidedReports.title, DecidedReports.row, DecidedReports.balance)
        let shown = { try bureau.ledger.openFindings(of: "2024").map { "\($0.line.number) \($0.line.key.rule)" } }
        let all = ["1 table3-row-total", "2 table3-balance", "3 section-title"]
        #expect(try shown() == all)
        try await reports.waive("table3-row-total")
        #expect(try shown() == Array(all.dropFirst()))
        try await reports.decide(reports.request(.overrule(.accepted)))
        #expect(try shown().isEmpty, "an accepted report waits for nothing")
    }

    @Test func `the records alone make the same ledger`() async throws {
        try await reports.drop(DecidedReports.row, DecidedReports.title)
        try await reports.waive("table3-row-total")
        try await reports.waive("section-title")
        try await reports.drop(DecidedReports.row)
        try await reports.decide(reports.request(.overrule(.returned)))
        let key = try await reports.key("table3-row-total")
        try await reports.decide(reports.request(.unwaive(key)))
        #expect(try bureau.verification().deviations == [])

        #expect(try rebuild(bureau.ledger.id).isWhole)
        for table in ["decision", "summary", "version", "figure"] {
            let then = try rows(of: table, "state/ledger.sqlite")
            #expect(try rows(of: table, "anew/ledger-rebuilt.sqlite") == then, "\(table)")
        }
    }

    private func rebuild(_ id: String) throws -> LedgerBuilder.Summary {
        let queue = try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
        let records = try queue.read { try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number") }
        try bureau.scratch.makeFolder("anew")
        return try LedgerBuilder(in: FilePath(bureau.scratch.path("anew")), id: id).build { take in
            for record in records { try take(record, true) }
            return LeftOut()
        }
    }

    private func rows(of table: String, _ file: String) throws -> [Row] {
        let which = table == "figure" ? "WHERE value > 0 AND name NOT LIKE 'un%'" : ""
        return try DatabaseQueue(path: bureau.scratch.path(file)).read {
            try Row.fetchAll($0, sql: "SELECT * FROM \(table) \(which) ORDER BY 1")
        }
    }

    @Test(arguments: [
        ("UPDATE decision SET facts = replace(facts, '电话', '')", "办公室的决定"),
        ("DELETE FROM decision", "被删除了"), ("UPDATE version SET verdict = 'returned'", "与记录不符"),
    ])
    func `what somebody changes behind its back is named`(sql: String, words: String) async throws {
        try await reports.drop(DecidedReports.row)
        try await reports.waive("table3-row-total")
        try bureau.sabotage(sql)
        let deviations = try bureau.verification().deviations
        #expect(deviations.contains { $0.contains(words) }, "\(deviations)")
    }
}
