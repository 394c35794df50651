import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite struct `The receipt` {
    @Test func `of a clean report says that it meets the requirements and lists nothing to do`() {
        let page = ReceiptPage.html(for: Samples.version())
        #expect(page.contains("<h1>校核回执</h1>"))
        #expect(page.contains("✓</span>合格"))
        #expect(page.contains("格式与数据均符合要求"))
        #expect(!page.contains("校核意见</h2>"))
    }

    @Test func `of a returned report is a form of words fit to send back`() {
        let page = ReceiptPage.html(for: Samples.version(version: 2, result: Samples.contradictory))
        #expect(page.contains("<h1>退回修改意见</h1>"))
        #expect(page.contains("有 4 处须改正，另有 1 处请一并核实"))
        #expect(page.contains("第 2 版"))
        #expect(page.contains("2025年1月20日 09:30"))
    }

    @Test func `names the place, the message, the quote, the repair and the source of a finding`() {
        let page = ReceiptPage.html(for: Samples.version(result: Samples.contradictory))
        #expect(page.contains("表三“一、本年新收政府信息公开申请数量”行"))
        #expect(page.contains("前六栏之和为 1，总计栏为 2。"))
        #expect(page.contains("<q>0\t1\t0\t0\t0\t0\t2</q>"))
        #expect(page.contains("<dt>怎么改</dt><dd>请核对原始台账后改正。</dd>"))
        #expect(page.contains("<dt>依据</dt><dd>国办公开办函〔2021〕30号</dd>"))
    }

    @Test func `has every row, every group and every column of the official tables`() {
        let page = ReceiptPage.html(for: Samples.version())
        for row in RequestRow.allCases { #expect(page.contains(">\(row.label)</th>")) }
        for row in DisclosureRow.allCases { #expect(page.contains(">\(row.label)</th>")) }
        for block in ReviewBlock.allCases { #expect(page.contains(">\(block.label)</th>")) }
        #expect(page.contains("rowspan=\"8\" class=\"\">（三）不予公开</th>"))
        #expect(page.contains("rowspan=\"22\" class=\"\">三、本年度办理结果</th>"))
        #expect(page.components(separatedBy: "<td").count - 1 == 25 * 7 + 10 + 15)
    }

    @Test func `marks a wrong total, with the sum of its parts beside it`() {
        let page = ReceiptPage.html(for: Samples.version(result: Samples.contradictory))
        #expect(page.contains("class=\"error\">2<small>和为 1</small><a class=\"mark\" href=\"#f1\">〔1〕</a></td>"))
        #expect(page.contains("class=\"error\">0<small>和为 11</small>"))
    }

    @Test func `shows both sides of a balance that does not hold under its column`() {
        let page = ReceiptPage.html(for: Samples.version(result: Samples.contradictory))
        #expect(page.contains("<td colspan=\"1\" class=\"error\">1 ≠ 2</td>"))
    }

    @Test func `marks the head of a row that a finding is about as a whole`() {
        let finding = Samples.finding("rule-making-power", at: .disclosure(.rules))
        let page = ReceiptPage.html(for: Samples.version(result: Samples.result(.returned, findings: [finding])))
        #expect(page.contains("class=\"error\">规章<a class=\"mark\" href=\"#f1\">〔1〕</a></th>"))
    }

    @Test func `shows what stands in a cell that is no number, and that a row was not found`() {
        let page = ReceiptPage.html(for: Samples.version(result: Samples.contradictory))
        #expect(page.contains("class=\"error\">无<a class=\"mark\""))
        #expect(page.contains("<td colspan=\"7\" class=\"absent\">未读到这一行的数</td>"))
    }

    @Test func `of a file that could not be checked has no tables and never says it passed`() {
        var result = ReportResult(file: "扫描件.pdf", sha256: "00", bytes: 900, format: "pdf", verdict: .unreadable)
        result.findings = [ResultFinding(Samples.finding("unreadable-scanned", at: .file, message: "文件里只有图片。"))]
        let page = ReceiptPage.html(for: result)
        #expect(page.contains("无法校核"))
        #expect(page.contains("文件里只有图片。"))
        #expect(!page.contains("<table"))
        #expect(!page.contains("合格"))
    }

    @Test func `escapes whatever comes from a file`() {
        let attack = "</q><script>alert('1')</script>{{agency}}"
        var result = Samples.result(
            .returned,
            findings: [Samples.finding("section-title", at: .title, message: attack, excerpt: attack)])
        result.file = "\"><img src=x onerror=alert(1)>.txt"
        let page = ReceiptPage.html(for: Samples.version(attack, result: result))
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;{{agency}}"))
    }

    @Test func `needs no script and nothing from elsewhere`() {
        let page = ReceiptPage.html(for: Samples.version(result: Samples.contradictory))
        for word in ["<script", "<link", "<img", "http:", "https:", "url(", "@import"] { #expect(!page.contains(word)) }
        #expect(page.contains("<html lang=\"zh-CN\">"))
    }
}
