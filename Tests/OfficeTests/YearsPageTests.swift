import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite("The page of the years")
struct YearsPageTests {
    private let body = YearComparison(
        of: "甲局",
        reports: [
            MadeYears.report("甲局", 2021, 100, [.refused: "3", .fees: "1.5"]),
            MadeYears.report("甲局", 2022, 0, verdict: .returned), MadeYears.report("甲局", 2023, 40),
            MadeYears.report("甲局", 2024, 90),
        ])

    @Test func `of a body has each number of each year, and a gap in words`() {
        let page = YearsPage.html(for: body)
        #expect(page.contains("<h1>甲局历年对比</h1>"))
        for measure in Measure.allCases { #expect(page.contains(">\(measure.name)")) }
        for rate in YearRate.allCases { #expect(page.contains(">\(rate.name)</th>")) }
        #expect(page.contains("class=\"absent\">已退回修改，待重新报送</td>"))
        #expect(page.contains("class=\"absent\">缺</td>"))
        #expect(page.contains("class=\"big\">90<small>▲ 大幅增加 +50（+125.0%）</small></td>"))
        #expect(page.contains("<a href=\"../reports/2024/%E7%94%B2%E5%B1%80/v1/receipt.html\">2024 年第 1 版</a>"))
        #expect(page.contains("href=\"../years.html\"") && page.contains("href=\"../index.html\""))
    }

    @Test func `has its plots in words as well`() throws {
        let page = YearsPage.html(for: body)
        #expect(page.components(separatedBy: "<svg viewBox").count - 1 == 10)
        #expect(page.components(separatedBy: "<desc ").count - 1 == 10)
        #expect(
            page.contains(
                "2021 年：本年新收 100件，办理结果总计 100件，结转下年度 0件；2022 年：缺；2023 年：本年新收 40件"))
        #expect(page.contains(">缺</text>"))
    }

    @Test func `needs no script and nothing from elsewhere`() {
        let page = YearsPage.html(for: body)
        for word in ["<script", "<link", "<img", "http:", "https:", "@import", " style="] {
            #expect(!page.contains(word))
        }
    }

    @Test func `of all says over how many bodies each sum is, and lists the bodies`() {
        let reports = [
            MadeYears.report("甲局", 2023, 40), MadeYears.report("乙局", 2023, 2), MadeYears.report("甲局", 2024, 50),
            MadeYears.report("乙局", 2024, verdict: .unreadable), MadeYears.report("con", 2024, 1),
        ]
        let ranking = RuleRanking(
            year: 2024, reports: ["甲局"],
            breaches: [
                RuleBreach(
                    agency: "甲局", rule: "table3-balance", at: "requests/*/total", severity: .error, isInFirst: true,
                    isInCurrent: false)
            ])
        let page = YearsPage.html(for: Years(reports) { $0 == 2024 ? ranking : nil })
        #expect(page.contains("2023 年度 2 个单位，2024 年度 2 个单位"))
        #expect(page.contains("<th scope=\"row\" colspan=\"1\" rowspan=\"1\" class=\"\">较上年所比的单位</th>"))
        #expect(page.contains("文件无法校核，待重新报送（1 个）</td><td class=\"names\">乙局</td>"))
        #expect(page.contains("<a href=\"years/%E7%94%B2%E5%B1%80.html\">甲局</a></th><td>40</td><td>50</td>"))
        #expect(page.contains("<td>2</td><td class=\"absent\">无法校核</td>"))
        #expect(page.contains("<a href=\"years/_con.html\">con</a></th><td class=\"absent\">缺</td><td>1</td>"))
        #expect(page.contains("<h2 id=\"ranking\">2024 年度常见问题</h2>"))
        #expect(page.contains("1 份，100%"))
    }

    @Test func `of nothing says so`() {
        let page = YearsPage.html(for: Years([]) { _ in nil })
        #expect(page.contains("没有可以对比的数字") && !page.contains("<table"))
    }

    @Test func `a page's name tells its body`() {
        for name in ["甲局", "con", "_con", "__con", "_甲局", "CON.x", "某局.html"] {
            #expect(Filing.agency(ofYearsPage: Filing.yearsPage(of: name)) == name)
        }
        for path in ["years/../x.html", "years/.html", "years/con.html", "years/a/b.html", "a.html", "years/甲局"] {
            #expect(Filing.agency(ofYearsPage: path) == nil, "\(path)")
        }
    }

    @Test func `the terminal and programs are told the same`() throws {
        let text = YearsText.text(for: body)
        #expect(text.hasPrefix("甲局历年对比\n项目"))
        #expect(text.contains("▲ 大幅增加 +50（+125.0%）") && text.contains("2022：甲局，已退回修改，待重新报送\n"))
        let file = try JSON.value(File.self, from: YearsFile.json(for: body))
        #expect(file.schema == "nianbao.years/1" && file.agency == "甲局")
        #expect(file.years.map(\.year) == [2021, 2022, 2023, 2024])
        #expect(file.years.map { $0.numbers?["received"] } == ["100", nil, "40", "90"])
        #expect(file.years[0].numbers?["fees_10k_yuan"] == "1.5")
        #expect(file.years[1].left_out.map(\.reason) == ["returned"])
        #expect(file.years[3].changes["received"] == .init(direction: "more", by: "50", percent: "125.0", big: true))
        #expect(file.years.map(\.compared_bodies) == [0, 0, 0, 1])
    }

    /// `nianbao.years/1` as a program reads it.
    private struct File: Decodable {
        struct Year: Decodable {
            struct Change: Decodable, Equatable {
                let direction, by: String
                let percent: String?
                let big: Bool
            }
            struct Left: Decodable { let reason: String }

            let year, bodies: Int
            let numbers: [String: String]?
            let rates: [String: String?]?
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let compared_bodies: Int
            let changes: [String: Change]
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let left_out: [Left]
        }

        let schema: String
        let agency: String?
        let years: [Year]
    }
}

@Suite("A plot")
struct ChartTests {
    private func chart(_ form: Chart.Form, _ values: [Double?]...) -> Chart {
        Chart(
            id: "plot", title: "申请", unit: "件", form: form, years: Array(2021..<2021 + values[0].count),
            series: values.enumerated().map { index, values in
                .init(name: "第\(index)", values: values, digits: values.map { $0.map { "\(Int($0))" } })
            })
    }

    @Test(arguments: [(0.0, 1.0), (0.3, 0.5), (1, 1), (7, 10), (11, 20), (499, 500), (501, 1000), (1e12, 1e12)])
    func `has an axis that ends at a round number`(largest: Double, top: Double) {
        #expect(abs(chart(.lines, [largest]).top - top) < top / 1e6)
    }

    @Test func `breaks its lines where a year has no value`() {
        let view = ChartView(chart(.lines, [1, 2, nil, 3, 4], [nil, nil, 5, nil, nil]))
        #expect(view.paths.count == 2)
        #expect(view.marks.count == 5)
    }

    @Test func `keeps the names of lines apart that end alike, and inside`() throws {
        let view = ChartView(chart(.lines, [5, 5], [5, 5], [5, 5], [0, 0]))
        let places = try view.labels.filter { $0.text.contains("第") }.map { try #require(Double($0.at.y)) }.sorted()
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 13.9 })
        #expect((places.last ?? 999) < 180)
    }

    @Test func `stacks its bars, a pattern each, and names the patterns`() {
        let view = ChartView(chart(.bars, [1, nil], [3, nil]))
        #expect(view.bars.map(\.pattern) == [1, 2] && view.swatches.map(\.pattern) == [1, 2])
        #expect(view.labels.contains { $0.text == "4" } && view.labels.contains { $0.text == "缺" })
        #expect(view.description == "2021 年：第0 1件，第1 3件；2022 年：缺。")
    }
}
