import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite("The tables of a province") struct ProvinceTotalsTests {
    private let received = Place.requestsCell(.received, .total)

    /// The county 青岚县 states one request more than its bodies; the city 东州市 states what its own bodies and the counties' come to.
    private var totals: ProvinceTotals {
        let sums = [
            Provinces.sum("东州市", 1, counted: 4, leftOut: 1, fees: "0.1", own: Provinces.tally(13, fees: "4.3")),
            Provinces.sum("青岚县", 10, counted: 8, leftOut: 2, fees: "4", own: Provinces.tally(11, fees: "4")),
            Provinces.sum("白鹭县", 2, counted: 3, fees: "0.2"), Provinces.sum("云溪县", 5, counted: 5),
        ]
        return ProvinceTotals(
            year: 2024, roster: Provinces.roster, sums: Dictionary(uniqueKeysWithValues: sums.map { ($0.office, $0) }))
    }

    @Test func `each level is the sum over its own bodies and all below it`() throws {
        let totals = self.totals
        #expect(totals.top.office == nil)
        let shown = ([totals.top] + totals.levels).map { level in
            [level.tally[received]?.count ?? -1, level.counted, level.leftOut, level.offices, level.silent]
        }
        #expect(
            shown == [
                [18, 20, 3, 4, 1], [13, 15, 3, 3, 0], [10, 8, 2, 1, 0], [2, 3, 0, 1, 0], [5, 5, 0, 1, 1],
                [5, 5, 0, 1, 0],
                [-1, 0, 0, 0, 1],
            ])
        #expect(totals.top.tally[.disclosureCell(.fees, column: 0)]?.digits == "4.3")
    }

    @Test func `a county's own report is compared with its bodies, a city's with its own and those of its counties`()
        throws
    {
        let county = try #require(totals["青岚县"])
        // Three rows, each with the number of natural persons and the total.
        #expect(county.differences.count == 6)
        #expect(county.differences.allSatisfy { $0.stated.digits == "11" && $0.sum.digits == "10" })
        #expect(try #require(totals["东州市"]).differences.isEmpty, "13 = 1 + 10 + 2, the counties' own reports aside")
        #expect(try #require(totals["白鹭县"]).own == nil)
    }

    @Test func `the page of the top has its tables in full and a line for each level below`() throws {
        let totals = self.totals
        let page = ProvinceTotalsPage.html(for: totals)
        #expect(page.contains("本表汇总 4 个办公室所属各单位当前校核合格的报告 20 份；另有 3 个单位没有计入；1 个办公室没有 2024 年度的数。"))
        #expect(page.matches(of: /<table class="form (disclosure|requests|review)/).count == 3)
        let parts = page.matches(of: /<a href="totals-2024\/[^"]*.html">([^<]*)<\/a><small>([^<]*)</)
        #expect(parts.map { "\($0.1) \($0.2)" } == ["东州市 计入 15 份，未计入 3 个；与本级报告一致", "西州市 计入 5 份，1 个办公室没有数"])
        let city = ProvinceTotalsPage.html(of: try #require(totals["东州市"]), in: totals)
        #expect(city.contains("它的各格与合计一致"))
        let below = city.matches(of: /<th scope="row">(?:<a href="[^"]*">)?([^<]*)(?:<\/a>)?<small>([^<]*)</)
        #expect(
            below.map { "\($0.1) \($0.2)" } == [
                "本级各单位 计入 4 份，未计入 1 个", "青岚县 计入 8 份，未计入 2 个；与本级报告不同 6 格", "白鹭县 计入 3 份",
            ])
        let county = ProvinceTotalsPage.html(of: try #require(totals["青岚县"]), in: totals)
        #expect(county.contains("下列 6 格与合计不同") && county.contains("报告 11"))
        #expect(county.contains("<a href=\"../totals-2024/%E4%B8%9C%E5%B7%9E%E5%B8%82.html\">东州市</a>"))
        #expect(!county.contains("各办公室的数"))
        let empty = ProvinceTotalsPage.html(of: try #require(totals["石桥县"]), in: totals)
        #expect(!empty.contains("<table") && empty.contains("1 个办公室没有 2024 年度的数"))
    }

    @Test func `an office that stands at the top alone is the whole, with its own report`() throws {
        let roster = OfficeRoster([
            .init(name: "东州市", certificate: "a"), .init(name: "青岚县", parent: "东州市", certificate: "b"),
        ])
        let sums = [
            "东州市": Provinces.sum("东州市", 1, counted: 1, own: Provinces.tally(4)),
            "青岚县": Provinces.sum("青岚县", 2, counted: 1),
        ]
        let totals = ProvinceTotals(year: 2024, roster: roster, sums: sums)
        #expect(totals.top.office == "东州市" && totals.top.differences.count == 6)
        #expect(ProvinceTotalsTable.csv(for: totals).hasPrefix("\u{FEFF}表,行,栏,东州市（含下级）,青岚县\r\n"))
        let flat = ProvinceTotals(year: 2024, roster: OfficeRoster(), sums: sums)
        #expect(flat.top.office == nil && flat.levels.map(\.office).count == 2)
        #expect(flat.top.tally[received]?.count == 3)
    }

    @Test func `only the pages that say something else are written`() {
        let before = totals
        #expect(before.changes(since: nil).count == 6)
        #expect(before.changes(since: before).isEmpty)
        let sums = Dictionary(
            uniqueKeysWithValues: before.levels.compactMap { level in level.direct.map { ($0.office, $0) } })
        var other = sums
        other["白鹭县"]?.own = Provinces.tally(9)
        let now = ProvinceTotals(year: 2024, roster: Provinces.roster, sums: other)
        #expect(now.changes(since: before).map(\.office) == ["东州市", "白鹭县"])
    }

    @Test func `the file for programs has each level in a line, its tables in the shape of a result`() throws {
        let text = try ProvinceTotalsFile.json(for: totals)
        let file = try JSON.value(File.self, from: text)
        #expect(file.schema == "nianbao.province-totals/1" && file.year == 2024)
        #expect(file.levels.map(\.office) == [nil, "东州市", "青岚县", "白鹭县", "西州市", "云溪县", "石桥县"])
        #expect(file.levels[2].above == ["东州市"] && file.levels[2].left_out == 2)
        #expect(file.levels[1].disclosure == totals["东州市"]?.tally.tables([]).disclosure)
        #expect(file.levels[1].own?.differences.isEmpty == true && file.levels[3].own == nil)
        #expect(file.levels[2].own?.differences.first?.stated == "11")
        #expect(text.split(separator: "\n").count == 9)
        #expect(text.contains("\"own\":null"))
    }

    @Test func `the table has a line a cell and a column a level`() {
        let lines = ProvinceTotalsTable.csv(for: totals).split(separator: "\r\n")
        #expect(lines[0] == "\u{FEFF}表,行,栏,合计（含下级）,东州市（含下级）,青岚县,白鹭县,西州市（含下级）,云溪县,石桥县")
        #expect(lines.count == Tally.places.count + 1)
        #expect(lines.contains { $0.hasSuffix(",18,13,10,2,5,5,") })
    }

    /// `nianbao.province-totals/1` as a program reads it.
    private struct File: Decodable {
        struct Level: Decodable {
            struct Own: Decodable {
                struct Difference: Decodable { let at, stated, sum: String }
                let differences: [Difference]
            }
            let office: String?
            let above: [String]
            let offices, silent, counted, left_out: Int
            let disclosure: DisclosureFigures?
            let requests: [String: [Int?]?]?
            let own: Own?
        }
        let schema: String
        let year: Int
        let levels: [Level]
    }
}

@Suite("The register of a province") struct ProvinceRegisterTests {
    @Test func `has a line a body, and nothing that a spreadsheet would take for a formula`() {
        #expect(ProvinceRegister.csvHead == "\u{FEFF}上级,办公室,年度,单位,分组,状态,报送期限,收到时间,版本,须改正,请核实,已核销,人工录入,是否按时\r\n")
        let body = Provinces.body("=cmd()", .judged(.returned), errors: 4, isEntered: true)
        #expect(
            ProvinceRegister.csvLine(body, above: ["某省", "东州市"])
                == "某省/东州市,青岚县,2024,'=cmd(),县直部门,退回修改,2025-01-31,2025-01-20 09:30,2,4,1,3,是,按时\r\n")
        #expect(
            ProvinceRegister.csvLine(Provinces.body("青岚县财政局", .overdue), above: [])
                == ",青岚县,2024,青岚县财政局,县直部门,逾期未报送,2025-01-31,,,,,,,\r\n")
        let unread = ProvinceRegister.csvLine(
            Provinces.body("青岚县财政局", .judged(.unreadable), isListed: false), above: [])
        #expect(unread.hasSuffix(",无法校核,,2025-01-20 09:30,2,—,—,—,,\r\n"))
        var late = Provinces.body()
        late.isLate = true
        #expect(ProvinceRegister.csvLine(late, above: []).hasSuffix(",,逾期\r\n"))
    }
}
