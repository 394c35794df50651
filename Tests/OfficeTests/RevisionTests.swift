import Foundation
import Reports
import Rules
import Testing

@testable import Office

@Suite struct `What a new version changes` {
    private var better: ReportVersion {
        var result = Samples.contradictory
        result.findings.removeAll { $0.rule == "table4-total" }
        result.findings.append(ResultFinding(Samples.finding("year-mismatch", at: .title, message: "年度与标题不符")))
        result.review?[ReviewBlock.reconsideration.rawValue] = [10, 1, 0, 0, 11]
        if let index = result.findings.firstIndex(where: { $0.rule == "table3-row-total" }) {
            result.findings[index].message = "前六栏之和为 1，总计栏为 3。"
        }
        return Samples.version(version: 2, result: result)
    }

    private let first = Samples.version(result: Samples.contradictory)

    @Test func `tells what is mended, what is still there with other numbers, and what is new`() {
        let revision = Revision(from: first, to: better)
        #expect(revision.mended.map(\.rule) == ["table4-total"])
        #expect(revision.new.map(\.rule) == ["year-mismatch"])
        #expect(
            revision.open.map(\.rule) == ["table3-row-total", "table3-balance", "cell-not-number", "section-title"])
        #expect(revision.cells.map(\.at) == [.reviewCell(.reconsideration, .total)])
        #expect(revision.cells.map { [$0.before?.digits, $0.now?.digits] } == [["0", "11"]])
    }

    @Test func `stands in the receipt, the findings by their numbers`() {
        let page = ReceiptPage.html(for: better, after: first)
        #expect(page.contains("<h2 id=\"revision\">二、与第 1 版相比</h2>"))
        #expect(page.contains("<h3>已改正（1 处）</h3>") && page.contains("<h3>仍然存在（4 处）</h3>"))
        #expect(page.contains("<a class=\"mark\" href=\"#f4\">〔4〕</a>年度与标题不符"))
        #expect(page.contains("<td>0</td><td>11</td>"))
        #expect(page.contains("<h2 id=\"tables\">三、读到的数据</h2>"))
        #expect(!ReceiptPage.html(for: first).contains("相比"))
    }

    @Test func `of a file that could not be checked nothing is compared`() {
        let broken = Samples.version(result: ReportResult(file: "a", sha256: "", bytes: 0, verdict: .unreadable))
        #expect(ReceiptPage.html(for: better, after: broken).contains("无法比较"))
        #expect(Revision(from: broken, to: better).cells.isEmpty)
    }

    @Test func `a letter is to the agency, from the office, with the last day for a correction`() {
        let page = ReceiptPage.html(for: first, letter: Letter(office: "清河县政务公开办公室", correctionDays: 12))
        #expect(page.contains("<p class=\"addressee\">清河县财政局：</p>"))
        #expect(page.contains("请按下列意见修改，于 2025年2月1日前重新报送。"))
        #expect(page.contains("清河县政务公开办公室<br>2025年1月20日"))
        #expect(ReceiptPage.html(for: first).contains("（校核单位盖章）"))
        #expect(!ReceiptPage.html(for: Samples.contradictory).contains("盖章"), "a check by hand is no letter")
    }
}
