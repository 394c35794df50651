import Daemon
import Fixtures
import Ledger
import Services
import Testing

@Suite("Whether anybody changed the ledger") struct VerificationTests {
    private let bureau: Bureau

    init() async throws {
        bureau = try await Bureau()
        for (number, name) in ["财政局", "水利局", "教育局"].enumerated() {
            try bureau.drop("returned \(name) 2024", as: "\(number).txt")
            await bureau.work()
        }
        try bureau.drop("returned 财政局 2024", as: "副本.txt")
        try bureau.scratch.makePipe("inbox/管道")
        await bureau.work()
    }

    @Test func `a ledger that nobody touched is whole`() throws {
        let report = try bureau.verification()
        #expect(report.deviations == [])
        #expect((report.records, report.versions) == (8, 3))
        #expect(report.head.count == 64)
    }

    @Test(arguments: [
        ("UPDATE record SET message = '合格' WHERE number = 3", "记录 3（"),
        ("UPDATE record SET fields = '{}' WHERE number = 2", "记录 2（"),
        ("UPDATE record SET at = '2020-01-01 00:00:00.000' WHERE number = 1", "记录 1（"),
        ("DELETE FROM record WHERE number = 4", "记录 4 缺失"),
        ("DELETE FROM record WHERE number IN (3, 4)", "记录 3–4 缺失"),
        ("DELETE FROM record WHERE number >= 7", "末尾的记录 7–8 缺失"),
        (
            "INSERT INTO record (number, event, priority, message, fields, at, chain) SELECT 9, event, priority, message, fields, at, chain FROM record WHERE number = 1",
            "记录 9（"
        ),
        ("UPDATE version SET verdict = 'accepted' WHERE id = 2", "报告“2024 水利局 第 1 版”与记录不符"),
        ("UPDATE version SET result = replace(result, '总计', '合计') WHERE id = 3", "报告“2024 教育局 第 1 版”与记录不符"),
        ("UPDATE version SET agency = '假局' WHERE id = 2", "报告“2024 假局 第 1 版”没有对应的记录"),
        ("DELETE FROM arrival WHERE id = 4", "有记录而台账中没有"),
        ("INSERT INTO superseded SELECT id, result, at FROM version WHERE id = 1", "先前的结论"),
    ])
    func `what was changed, taken away or put in is named`(sql: String, words: String) throws {
        try bureau.sabotage(sql)
        let deviations = try bureau.verification().deviations
        #expect(deviations.contains { $0.contains(words) }, "\(deviations)")
    }
}
