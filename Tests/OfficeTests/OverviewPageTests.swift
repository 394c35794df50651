import Foundation
import Rules
import Testing

@testable import Office

@Suite struct `The overview page` {
    @Test func `says what to do while nothing has come in`() {
        let page = OverviewPage.html(for: Samples.overview())
        #expect(page.contains("还没有收到报告"))
        #expect(page.contains("请各单位把年度报告文件放入收件文件夹"))
        #expect(!page.contains("<table"))
    }

    @Test func `says until when it is valid`() {
        let page = OverviewPage.html(for: Samples.overview())
        #expect(page.contains("更新于 2025年1月20日 09:30，有效至 <b>2025年1月20日 09:40</b>"))
    }

    @Test func `has a line an agency with verdict, version, arrival, findings and receipt`() {
        let overview = Samples.overview([Samples.version("财政局", version: 3, result: Samples.contradictory)])
        let page = OverviewPage.html(for: overview)
        #expect(page.contains("<th scope=\"row\">财政局</th>"))
        #expect(page.contains("✗</span> 退回修改"))
        #expect(page.contains("data-name=\"须改正\">4</td>"))
        #expect(page.contains("data-name=\"请核实\">1</td>"))
        #expect(page.contains("第 3 版"))
        #expect(page.contains("2025年1月20日 09:30"))
        #expect(page.contains("href=\"reports/2024/%E8%B4%A2%E6%94%BF%E5%B1%80/v3/receipt.html\""))
    }

    @Test func `puts the newest year first, an unknown one last, and counts the verdicts of each`() throws {
        let overview = Samples.overview([
            Samples.version("甲局", year: "2023"), Samples.version("乙局"), Samples.version("甲局"),
            Samples.version("会议通知", year: "未知年度"),
        ])
        let page = OverviewPage.html(for: overview)
        let tabs = page.matches(of: /<label for="tab-\d">([^<]+)<small>([^<]+)</).map { "\($0.1) \($0.2)" }
        #expect(tabs == ["2024 年度 2 份", "2023 年度 1 份", "未知年度 1 份"])
        #expect(page.contains("id=\"tab-1\" checked"))
        #expect(page.contains("<a href=\"totals-2024.xlsx\">XLSX</a>"))
        #expect(page.matches(of: /href="totals-/).count == 6)
    }

    @Test func `puts what is wrong above everything else`() throws {
        let alert = OverviewAlert(
            kind: "inbox-unreachable", subject: "收件文件夹", message: "打不开，请检查共享盘。", since: Samples.morning)
        let page = OverviewPage.html(for: Samples.overview([Samples.version()], alerts: [alert]))
        let alerts = try #require(page.range(of: "打不开，请检查共享盘。"))
        let table = try #require(page.range(of: "<table"))
        #expect(alerts.lowerBound < table.lowerBound)
    }

    @Test func `escapes names, in text and in addresses`() {
        let page = OverviewPage.html(for: Samples.overview([Samples.version("<b>局\" onclick=\"x")]))
        #expect(!page.contains("<b>局"))
        #expect(!page.contains("\" onclick"))
    }
}
