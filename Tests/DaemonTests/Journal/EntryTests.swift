import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import Services
import Testing

@Suite struct EntryTests {
    @Test func `a judged report is told with the fields of the contract`() async throws {
        let bureau = try await Bureau()
        try bureau.scratch.makeFolder("inbox/财政局")
        try bureau.drop("returned 某县财政局 2024", as: "财政局/年报.txt")
        await bureau.work()
        let record = try #require(try await bureau.records().first)
        let fields = Dictionary(uniqueKeysWithValues: record.journalFields.map { ($0.name, $0.value) })
        let result = try #require(try await bureau.versions().first?.result)
        #expect(
            fields == [
                "MESSAGE": "退回修改：某县财政局 2024 第 1 版，错误 1 处（财政局/年报.txt）",
                "MESSAGE_ID": "fc145dcce9644541a17fa69b081731cb", "PRIORITY": "4", "SYSLOG_IDENTIFIER": "nianbao",
                "NIANBAO_EVENT": "judged", "NIANBAO_LEDGER": record.ledger, "NIANBAO_RECORD": "1",
                "NIANBAO_AGENCY": "某县财政局", "NIANBAO_YEAR": "2024",
                "NIANBAO_VERSION": "1", "NIANBAO_FILE": "财政局/年报.txt", "NIANBAO_SHA256": result.sha256,
                "NIANBAO_VERDICT": "returned", "NIANBAO_ERRORS": "1", "NIANBAO_WARNINGS": "0",
                "NIANBAO_RESULT": try JSON.line(result), "NIANBAO_RECORDED": record.at, "NIANBAO_CHAIN": record.chain,
                "NIANBAO_SEAL": record.seal,
                "NIANBAO_FACTS": try #require(record.entry.fields["FACTS"]),
            ])
    }

    @Test(arguments: [
        ("accepted", JournalPriority.info), ("accepted-with-warnings", .notice), ("returned", .warning),
        ("unreadable", .error), ("failed", .error),
    ])
    func `a verdict has its priority`(verdict: String, priority: JournalPriority) async throws {
        let bureau = try await Bureau()
        try bureau.drop("\(verdict) 财政局 2024", as: "年报.txt")
        await bureau.work()
        #expect(try await bureau.records().first?.entry.priority == priority)
    }

    @Test func `twenty findings are told one by one, the others as a number`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024 23", as: "年报.txt")
        await bureau.work()
        let findings = try await bureau.messages(of: .finding)
        #expect(findings.count == 21)
        #expect(findings.first == "财政局 2024：六栏之和与总计不符")
        #expect(findings.last == "财政局 2024：另有 3 处，见 reports/2024/财政局/v1/receipt.html。")
    }

    @Test func `fields are cut to what the journal shows, between characters; the result is whole`() {
        let long = String(repeating: "局", count: 1000)
        let entry = Entry(.judged, .info, long, fields: ["FILE": long, "RESULT": long])
        #expect(entry.message == String(repeating: "局", count: 666))
        #expect(entry.fields == ["FILE": String(repeating: "局", count: 666), "RESULT": long])
    }

    @Test func `each event has a message id of its own`() {
        #expect(Set(Event.allCases.map(\.messageID)).count == Event.allCases.count)
        #expect(Event.allCases.allSatisfy { $0.messageID.count == 32 && $0.messageID.allSatisfy(\.isHexDigit) })
    }
}
