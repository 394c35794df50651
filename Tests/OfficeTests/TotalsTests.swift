import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite("The totals of a year")
struct TotalsTests {
    /// A version whose request tables hold one request, granted to a natural person, and whose fees are given.
    private func version(_ agency: String, _ verdict: Verdict = .accepted, fees: String = "0") -> ReportVersion {
        var result = Samples.result(verdict)
        for row in [RequestRow.received, .granted, .total] { result.requests?[row.rawValue] = [1, 0, 0, 0, 0, 0, 1] }
        result.disclosure?.fees = fees
        return Samples.version(agency, result: result)
    }

    private func row(_ totals: Totals, _ row: RequestRow) -> [Int?]? { totals.tables.requests?[row.rawValue] ?? nil }

    @Test func `each cell is the sum of the accepted reports, with warnings too`() {
        let totals = Totals(
            year: 2024,
            versions: [version("清河县水利局", .acceptedWithWarnings), version("清河县财政局"), version("清河县教育局", .returned)])
        #expect(row(totals, .received) == [2, 0, 0, 0, 0, 0, 2])
        #expect(row(totals, .carriedIn) == [0, 0, 0, 0, 0, 0, 0])
        #expect(totals.included.map(\.agency) == ["清河县水利局", "清河县财政局"])
        #expect(totals.broken.isEmpty)
    }

    @Test func `fees are summed exactly`() {
        let fees = ["4166.214619", "0.1", "0.2", "58"].enumerated().map { version("单位\($0)", fees: $1) }
        #expect(Totals(year: 2024, versions: fees).tables.disclosure?.fees == "4224.514619")
    }

    @Test(arguments: [Verdict.accepted, .returned]) func `a body with two names is left out once, or not at all`(
        _ verdict: Verdict
    ) {
        let totals = Totals(year: 2024, replaced: ["旧局": "新局"]) { take in
            take(version("旧局"))
            take(version("新局", verdict))
        }
        #expect(totals.bodiesLeftOut == (verdict == .accepted ? 0 : 1))
        let page = TotalsPage.html(for: totals)
        #expect(page.contains("没有计入的单位（1 个）") == (verdict == .returned))
        #expect(page.contains("个单位没有计入") == (verdict == .returned))
        #expect(page.contains("旧局"))
    }

    @Test func `whose numbers are missing is told with the reason`() {
        var gap = version("丁局")
        gap.result.disclosure?.licensing = nil
        let totals = Totals(
            year: 2024,
            versions: [version("甲局", .returned), version("乙局", .unreadable), version("丙局", .failed), gap],
            expected: ["甲局", "戊局"])
        let reasons = Dictionary(uniqueKeysWithValues: totals.leftOut.map { ($0.agency, $0.reason) })
        #expect(
            reasons == [
                "甲局": .returned, "乙局": .unreadable, "丙局": .failed, "戊局": .missing,
                "丁局": .gaps(1, first: .disclosureCell(.licensing, column: 0)),
            ])
        #expect(totals.included.isEmpty)
    }

    @Test func `a report in the folder of another body is in no sum, whatever the office says of it`() {
        let misplaced = "（水利局文件夹报来）审计局"
        let versions = [version(misplaced), version("审计局")]
        let totals = Totals(year: 2024, versions: versions, expected: ["审计局"])
        #expect(totals.included.map(\.agency) == ["审计局"])
        #expect(totals.leftOut == [LeftOut(agency: misplaced, version: 1, reason: .misplaced)])
        let years = YearComparison(ofAll: versions.compactMap(YearReport.init))
        #expect(years.columns.map(\.bodies) == [1])
    }

    @Test func `the report that is the sum itself is not in it, and is compared with it`() throws {
        let own = version("清河县人民政府", fees: "4166.241619")
        let totals = Totals(
            year: 2024, versions: [own, version("清河县财政局", fees: "4166.214619")],
            expected: ["清河县人民政府", "清河县财政局"], summingUp: "清河县人民政府")
        #expect(totals.included.map(\.agency) == ["清河县财政局"])
        #expect(totals.leftOut.isEmpty)
        let difference = try #require(totals.differences.first)
        #expect(totals.differences.count == 1)
        #expect(difference.at == .disclosureCell(.fees, column: 0))
        #expect([difference.stated.digits, difference.sum.digits] == ["4166.241619", "4166.214619"])
    }

    @Test func `a sum that does not keep the form's identities says so`() {
        var odd = version("清河县财政局", .acceptedWithWarnings)
        odd.result.requests?[RequestRow.received.rawValue] = [1, 0, 0, 0, 0, 0, 2]
        let broken = Totals(year: 2024, versions: [odd, version("清河县水利局")]).broken
        #expect(broken.map(\.rule) == ["table3-row-total", "table3-balance"])
        #expect(broken.map(\.at) == [.requests(.received), .requestsColumn(.total)])
    }

    @Test func `the file for programs has every key, its tables in the shape of a result`() throws {
        let totals = Totals(
            year: 2024, versions: [version("清河县财政局", fees: "1.5"), version("清河县人民政府", .returned, fees: "2")],
            expected: ["清河县水利局"], summingUp: "清河县人民政府")
        let file = try JSON.value(File.self, from: TotalsFile.json(for: totals))
        #expect(file.schema == "nianbao.totals/1" && file.year == 2024)
        #expect(file.disclosure == totals.tables.disclosure)
        #expect(file.requests == totals.tables.requests)
        #expect(file.review == totals.tables.review)
        #expect(file.included == [.init(agency: "清河县财政局", version: 1, path: "reports/2024/清河县财政局/v1")])
        #expect(file.left_out == [.init(agency: "清河县水利局", version: nil, reason: "missing")])
        #expect(file.own.differences == [.init(at: "disclosure/fees_10k_yuan/1", stated: "2", sum: "1.5")])
    }

    /// `totals-2024.json` as a program reads it.
    private struct File: Decodable {
        struct Included: Decodable, Equatable {
            let agency: String
            let version: Int
            let path: String
        }
        struct LeftOut: Decodable, Equatable {
            let agency: String
            let version: Int?
            let reason: String
        }
        struct Own: Decodable {
            struct Difference: Decodable, Equatable { let at, stated, sum: String }
            let differences: [Difference]
        }

        let schema: String
        let year: Int
        let disclosure: DisclosureFigures
        let requests: [String: [Int?]?]
        let review: [String: [Int?]?]
        let included: [Included]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let left_out: [LeftOut]
        let own: Own
    }

    @Test func `the table for WPS has a line a cell and a column an agency`() {
        let csv = TotalsTable.csv(
            for: Totals(year: 2024, versions: [version("=乙局,\"二\"", fees: "2.5"), version("甲局")]))
        let lines = csv.components(separatedBy: "\r\n")
        #expect(lines.first == "\u{FEFF}表,行,栏,合计,\"'=乙局,\"\"二\"\"\",甲局")
        #expect(lines.count == 1 + 200 + 1)
        #expect(lines.contains("表二,行政事业性收费,本年收费金额（单位：万元）,2.5,2.5,0"))
        #expect(lines.contains("表三,一、本年新收政府信息公开申请数量,总计,2,1,1"))
    }

    @Test func `the page shows the tables, each body's share and who is left out`() {
        let totals = Totals(
            year: 2024, versions: [version("清河县<财政局>", fees: "3.75"), version("清河县人民政府", fees: "4")],
            expected: ["清河县水利局"], summingUp: "清河县人民政府")
        let page = TotalsPage.html(for: totals)
        #expect(page.contains("<h1>2024 年度汇总表</h1>"))
        #expect(page.contains("表二") && page.contains("表三") && page.contains("表四"))
        #expect(page.contains("清河县&lt;财政局&gt;</a>") && page.contains("3.75"))
        #expect(page.contains("尚未报送"))
        #expect(page.contains("下列 1 格与合计不同"))
        #expect(page.contains("class=\"warning\">3.75<small>报告 4</small>"))
        #expect(!page.contains("？"))
    }

    @Test func `before any report counts the page has no tables, only who is left out`() {
        let page = TotalsPage.html(for: Totals(year: 2024, versions: [version("甲局", .returned)]))
        #expect(!page.contains("表三"))
        #expect(page.contains("已退回修改，待重新报送"))
    }

    @Test func `where there are too many bodies for a sheet, the workbook says where their numbers are`() {
        let totals = Totals(year: 2024, versions: ["甲局", "乙局"].map { version($0) })
        let shown = { (most: Int) in "\(TotalsWorkbook.book(totals, mostBodies: most))" }
        #expect(shown(2).contains("甲局") && !shown(2).contains("totals-2024.csv"))
        #expect(shown(1).contains("totals-2024.csv") && !shown(1).contains("甲局"))
    }
}
