import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite("The offices of a province") struct ProvinceTests {
    private let province = Provinces.province()

    /// The cells of the lines of a year's table of levels, without marks.
    private func lines(_ page: String, year: Int = 1) -> [[String]] {
        let section = page.split(separator: "<section class=\"year\" id=\"year-\(year)\"", maxSplits: 1).last ?? ""
        let table = section.prefix(upTo: section.firstRange(of: "</table>")?.lowerBound ?? section.endIndex)
        return table.matches(of: /<tr>(<th scope="row">.*?)<\/tr>/).map { line in
            line.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.1.replacing(/<[^>]*>/, with: "")) }
        }
    }

    private func numbers(_ year: OfficeYear) -> [Int] { [year.expected, year.submitted, year.overdue, year.missing] }

    @Test func `a level is its own bodies and all below it, a pure level what is below it`() throws {
        let east = try #require(province["东州市"]).year("2024")
        #expect(numbers(east) == [19, 11, 3, 5])
        #expect(
            east.verdicts == [.accepted: 6, .acceptedWithWarnings: 2, .returned: 1, .unreadable: 1, .failed: 2])
        let west = try #require(province["西州市"])
        #expect(west.own == nil)
        #expect(numbers(west.year("2024")) == [3, 3, 0, 0])
        #expect(west.sending == 2 && west.heard == 1)
        #expect(province.whole.year("2024").expected == 22)
        #expect(province.whole.sending == 5 && province.whole.heard == 4)
        #expect(province.whole.year("2023").submitted == 10)
        #expect(province.whole.yearNames == ["2024", "2023"])
        #expect(try #require(province["东州市"]).recordedAt == Samples.morning.addingTimeInterval(3600))
    }

    @Test func `without a list of offices all stand side by side; one that the list lacks counts nowhere`() {
        let flat = Provinces.province(roster: OfficeRoster())
        #expect(flat.levels(below: nil).map { $0.office?.name } == Provinces.offices.map(\.name))
        #expect(flat.whole.year("2024").expected == 22)
        let less = Provinces.province(roster: OfficeRoster([.init(name: "云溪县", certificate: "yunxi")]))
        #expect(less.whole.year("2024").expected == 3 && less["东州市"] == nil)
    }

    @Test func `the current year is the one that the overview of an office has`() {
        #expect(province.currentYear() == "2024")
        let summer = Samples.morning.addingTimeInterval(180 * 86_400)
        let old = [Provinces.office("云溪县", Provinces.year("2022", expected: 3, submitted: 3, [.accepted: 3]))]
        #expect(Provinces.province(old).currentYear() == "2024", "in the season the year that is due")
        #expect(Provinces.province(old, at: summer).currentYear() == "2022")
        #expect(Provinces.province([], at: summer).currentYear() == "2024")
        let strange = old + [Provinces.office("石桥县", Provinces.year("9999", expected: 0, submitted: 0, [.accepted: 1]))]
        #expect(Provinces.province(strange, at: summer).currentYear() == "2022", "no year that is still to come")
    }

    @Test func `who has reported late is told, in the sum and of each`() {
        var year = Provinces.year(expected: 4, submitted: 3, overdue: 1, [.accepted: 3])
        year.late = 2
        let page = ProvincePage.html(
            for: Provinces.province([Provinces.office("东州市", year), Provinces.offices[1]]))
        #expect(page.contains("已报 <b>9</b> 个（64%），其中按时 <b>7</b> 个、逾期 <b>2</b> 个，逾期未报"))
        #expect(lines(page)[0].prefix(4) == ["东州市 3 个办公室，1 个尚未收到记录", "14", "9", "2"])
        var body = Provinces.body()
        body.isLate = true
        #expect(body.html(number: 1, in: .china).contains("<small>逾期报送</small>"))
    }

    @Test func `a terminal is told of the year that is due, and of a roster that is missing`() {
        var year = Provinces.year(expected: 4, submitted: 3, overdue: 1, [.accepted: 3])
        year.late = 2
        let offices = [
            Provinces.office("东州市", Provinces.year("9999", expected: 4, submitted: 0), year),
            Provinces.office("青岚县", Provinces.year(expected: 0, submitted: 0, [.accepted: 2])),
            Provinces.office("白鹭县"),
        ]
        let today = Period.Day(Samples.morning, in: .china)
        let lines = OfficeList.text(offices, [], Provinces.roster, on: today).split(separator: "\n")
        #expect(lines[0] == "东州市  记录 7  2024 年度：应报 4，已报 3（按时 1，逾期 2），逾期未报 1")
        #expect(lines[1] == "  青岚县  记录 7  名录未收到，2024 年度收到报告 2 份")
        #expect(lines[2] == "  白鹭县  记录 7  名录未收到")
    }

    @Test func `the overview has a line a level at the top, and the sum`() {
        let page = ProvincePage.html(for: province)
        #expect(
            lines(page) == [
                ["东州市 3 个办公室", "19", "11", "0", "57%", "3", "5", "6", "2", "1", "1", "2", "12", "2025-01-20 10:30"],
                [
                    "西州市 2 个办公室，1 个尚未收到记录", "3", "3", "0", "100%", "0", "0", "3", "0", "0", "0", "0", "3",
                    "2025-01-20 09:30",
                ],
                ["合计", "22", "14", "0", "63%", "3", "5", "9", "2", "1", "1", "2", "15", ""],
            ])
        #expect(page.contains("应报 <b>22</b> 个单位，已报 <b>14</b> 个（63%），逾期未报 <b class=\"lacking\">3</b> 个，未报 <b>5</b> 个"))
        #expect(page.contains("更新于 2025年1月20日 09:30，有效至 <b>2025年1月20日 09:40</b>"))
        let names = page.matches(of: /<li><a href="[^"]*">([^<]*)<\/a><small>（([^<]*)）/).map { "\($0.1) \($0.2)" }
        #expect(names == ["东州市 逾期 1 个", "青岚县 未报 4 个", "白鹭县 逾期 2 个，未报 1 个", "石桥县 尚未收到记录"])
    }

    @Test func `the years stand beside each other`() {
        let page = ProvincePage.html(for: province)
        let rows = page.matches(of: /<tr><th scope="row">(20\d\d)<\/th>(.*?)<\/tr>/)
        #expect(rows.map { String($0.1) } == ["2023", "2024"])
        #expect(page.matches(of: /<figure class="chart">/).count == 3)
        #expect(page.contains("2023 年：已报 10个，逾期未报送 0个，未报送 0个；2024 年：已报 14个，逾期未报送 3个，未报送 5个。"))
        #expect(page.contains("2023 年：报送率 100%，合格率 100%；2024 年：报送率 63%，合格率 73%。"))
        let one = Provinces.province([Provinces.offices[0]])
        #expect(!ProvincePage.html(for: one).contains("历年对比"), "one year has none beside it")
    }

    @Test func `what is wrong comes first, with what a person can do`() {
        let troubles = [
            OfficeTrouble(.silent, about: "白鹭县", "白鹭县从昨天起没有任何日志传来。", since: Samples.morning),
            OfficeTrouble(.fork, about: "青岚县", "青岚县的台账分叉了。", since: Samples.morning, canBeConfirmed: true),
        ]
        let province = Provinces.province(troubles: troubles)
        let page = ProvincePage.html(for: province)
        #expect(page.contains("需要处理（2 项）"))
        let told = page.matches(of: /<li>(.*?)<time>/).map { String($0.1) }
        #expect(told == ["青岚县的台账分叉了。", "白鹭县从昨天起没有任何日志传来。"])
        #expect(page.contains("<code>nianbao collect confirm 青岚县 --why 理由</code>"))
        #expect(page.matches(of: /<code>/).count == 1)
        #expect(province.troubles(of: "白鹭县").count == 1)
        let many = (0..<250).map { OfficeTrouble(.unheard, about: "县\($0)", "没有。", since: Samples.morning) }
        #expect(ProvincePage.html(for: Provinces.province(troubles: many)).contains("另有 50 项"))
    }

    @Test func `a command quotes a name that a shell would take apart`() {
        let trouble = OfficeTrouble(.gap, about: "某 县'; reboot", "", since: Samples.morning, canBeConfirmed: true)
        #expect(trouble.command == "nianbao collect confirm '某 县'\\''; reboot' --why 理由")
    }

    @Test func `with one office at the top its own bodies stand beside those below it`() {
        let roster = OfficeRoster([
            .init(name: "东州市", certificate: "dongzhou"), .init(name: "青岚县", parent: "东州市", certificate: "qinglan"),
        ])
        let page = ProvincePage.html(for: Provinces.province(roster: roster))
        #expect(
            lines(page).map { Array($0.prefix(3)) } == [["本级各单位", "4", "3"], ["青岚县", "10", "6"], ["合计", "14", "9"]])
    }

    @Test func `before anything has come the overview says so`() {
        let page = ProvincePage.html(for: Provinces.province([], roster: OfficeRoster()))
        #expect(page.contains("还没有收到任何办公室的记录") && page.contains("没有设置办公室名册"))
        #expect(!page.contains("<table"))
    }

    @Test func `the page of an office has its bodies, the offices below it, and where it stands`() throws {
        let bodies = [
            Provinces.body("青岚县人民政府", .missing, sumsUp: true),
            Provinces.body("青岚县财政局", .judged(.returned), errors: 4, isEntered: true),
            Provinces.body("驻县某局", .judged(.unreadable), isListed: false), Provinces.body(year: "2023"),
        ]
        let page = try #require(OfficePage.html(of: "青岚县", in: province, bodies: bodies))
        #expect(
            page.contains(
                "<a href=\"../index.html\">总览</a> › <a href=\"../offices/%E4%B8%9C%E5%B7%9E%E5%B8%82.html\">东州市</a>"))
        #expect(page.contains("<dd>第 7 条</dd>") && page.contains("<dd>ledger-青岚县</dd>"))
        #expect(page.contains("<dd>2025年1月20日 10:30（按该办公室的时钟）</dd>"))
        let rows = page.matches(of: /<tr>(<td class="count">.*?)<\/tr>/).map { row in
            row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.1.replacing(/<[^>]*>/, with: "")) }
        }
        let time = "2025-01-20 09:30"
        #expect(
            rows == [
                ["1", "青岚县人民政府 汇总报告", "县直部门", "□ 未报送", "", "", "", "", "期限 2025-01-31", ""],
                ["2", "青岚县财政局", "县直部门", "✗ 退回修改 人工录入", "4", "1", "3", "第 2 版", "期限 2025-01-31", time],
                ["3", "驻县某局 名录以外", "县直部门", "? 无法校核", "—", "—", "—", "第 2 版", "", time],
                ["1", "青岚县财政局", "县直部门", "✓ 合格", "0", "1", "3", "第 2 版", "期限 2025-01-31", time],
            ])
        #expect(!page.contains("<th scope=\"col\">办公室</th>"), "nothing is below it")
        let city = try #require(OfficePage.html(of: "东州市", in: province, bodies: []))
        #expect(
            lines(city).map { Array($0.prefix(2)) } == [["本级各单位", "4"], ["青岚县", "10"], ["白鹭县", "5"], ["合计", "19"]])
        #expect(OfficePage.html(of: "某市", in: province, bodies: []) == nil)
    }

    @Test func `the page of an office says nothing that changes by itself`() throws {
        let later = Provinces.province(at: Samples.morning.addingTimeInterval(3_000))
        for office in ["东州市", "青岚县", "西州市", "石桥县"] {
            let page = try #require(OfficePage.html(of: office, in: province, bodies: []))
            #expect(page == OfficePage.html(of: office, in: later, bodies: []))
        }
    }

    @Test func `an office of which nothing has come, and one without reports, say so`() throws {
        let silent = try #require(OfficePage.html(of: "石桥县", in: province, bodies: []))
        #expect(silent.contains("尚未收到石桥县的任何记录"))
        let bare = Provinces.province([Provinces.office("石桥县")])
        #expect(try #require(OfficePage.html(of: "石桥县", in: bare, bodies: [])).contains("还没有名录，也没有报告"))
    }

    @Test func `reports of no known year stand last and have no tables`() throws {
        let unknown = Provinces.year(Filing.unknownYear, expected: 0, submitted: 0, [.unreadable: 2])
        let province = Provinces.province([
            Provinces.office("云溪县", Provinces.year(expected: 3, submitted: 3, [.accepted: 3]), unknown)
        ])
        #expect(province.whole.yearNames == ["2024", Filing.unknownYear])
        let page = ProvincePage.html(for: province)
        #expect(page.contains("未知年度报送情况") && page.contains("已收 <b>2</b> 份"))
        #expect(page.matches(of: /<p class="links">/).count == 1)
    }

    @Test func `names that look like markup stay names`() throws {
        let name = "<img src=x>\"'县"
        let roster = OfficeRoster([
            .init(name: name, certificate: "x"), .init(name: "<b>乡", parent: name, certificate: "y"),
        ])
        let offices = [name, "<b>乡"].map { Provinces.office($0, Provinces.year("<i>", expected: 2, submitted: 1)) }
        let trouble = OfficeTrouble(.gap, about: name, "<script>", since: Samples.morning, canBeConfirmed: true)
        let province = Provinces.province(offices, roster: roster, troubles: [trouble])
        var body = Provinces.body("<u>局", office: name, year: "<i>")
        (body.group, body.deadline) = ("<em>", "<s>")
        let totals = ProvinceTotals(
            year: 2024, roster: roster, sums: [name: Provinces.sum(name, 1, counted: 1, own: Provinces.tally(2))])
        let pages = [
            ProvincePage.html(for: province), try #require(OfficePage.html(of: name, in: province, bodies: [body])),
            ProvinceTotalsPage.html(for: totals), ProvinceTotalsPage.html(of: totals.levels[1], in: totals),
        ]
        for page in pages {
            for mark in ["<img", "<b>乡", "<i>", "<u>", "<em>", "<s>", "<script>"] {
                #expect(!page.contains(mark), "\(mark)")
            }
        }
    }

    @Test func `the file for programs has every key`() throws {
        let trouble = OfficeTrouble(.gap, about: "青岚县", "少了记录。", since: Samples.morning, canBeConfirmed: true)
        let text = try ProvinceFile.json(for: Provinces.province(troubles: [trouble]))
        let file = try JSON.value(File.self, from: text)
        #expect(file.schema == "nianbao.province/1" && file.current_year == "2024")
        #expect(file.generated_at == "2025-01-20T09:30:00+08:00" && file.valid_until == "2025-01-20T09:40:00+08:00")
        #expect(file.years.map(\.year) == ["2024", "2023"] && file.years[0].missing == 8)
        #expect(file.years[0].reports["accepted"] == 9)
        #expect(file.offices.map(\.office) == ["东州市", "青岚县", "白鹭县", "西州市", "云溪县", "石桥县"])
        #expect(file.offices[1].above == "东州市" && file.offices[1].record == 7)
        #expect(file.offices[0].years[0].expected == 19 && file.offices[0].own[0].expected == 4)
        #expect(file.offices[5].ledger == nil && text.contains("\"ledger\" : null"))
        #expect(file.troubles.map(\.kind) == ["gap"] && file.troubles[0].can_be_confirmed)
    }

    @Test func `no two offices share a page`() {
        let names = ["a/b", "a_b", "a:b", "con", "_con", "某县", "某县.", String(repeating: "县", count: 90)]
        let hashed = names.map { Filing.file(ofOffice: $0) }
        let all = names + hashed.filter { !names.contains($0) }
        let files = all.map { Filing.file(ofOffice: $0) }
        #expect(Set(files).count == all.count)
        #expect(Filing.file(ofOffice: "某县") == "某县")
        #expect(files.allSatisfy { Filing.isFolderName($0) && $0.utf8.count < 230 })
    }

    /// `nianbao.province/1` as a program reads it.
    private struct File: Decodable {
        struct Year: Decodable {
            let year: String
            let expected, submitted, missing, overdue: Int
            let reports: [String: Int]
        }
        struct Office: Decodable {
            let office, page: String
            let above, source, ledger, recorded_at: String?
            let record: Int?
            let years, own: [Year]
        }
        struct Trouble: Decodable {
            let kind, about, message, since: String
            let can_be_confirmed: Bool
        }
        let schema, generated_at, valid_until, current_year: String
        let years: [Year]
        let offices: [Office]
        let troubles: [Trouble]
    }
}
