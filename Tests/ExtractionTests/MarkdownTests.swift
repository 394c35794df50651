import Documents
import Extraction
import ReaderInterface
import Testing

@Suite struct MarkdownTests {
    private func blocks(_ text: String) throws -> [Block] {
        try Extractor.extract(Array(text.utf8), limits: Limits()).document.blocks
    }

    private func rows(_ text: String) throws -> [[String]] {
        try blocks(text).flatMap { block -> [[String]] in
            guard case .table(let table) = block else { return [] }
            return table.rows.map { $0.map(\.text) }
        }
    }

    @Test func `the marks of headings, lists, quotes and rules are no text`() throws {
        let text = "# 标题 #\n\n## 一、总体情况\n- 第一\n* 第二\n> 引文\n1. 次序\n---\n```\n代码\n```\n末"
        let expected = ["标题", "一、总体情况", "第一", "第二", "引文", "1. 次序", "代码", "末"]
        #expect(try blocks(text) == expected.map { .paragraph($0) })
    }

    @Test func `emphasis, links, escapes and entities are read as printed`() throws {
        let text = "# 题\n**收到**申请`12`件，*其中*[网上](http://example.gov.cn)7件\\*&nbsp;A&amp;B 3 * 4"
        #expect(try blocks(text) == [.paragraph("题"), .paragraph("收到申请12件，其中网上7件* A&B 3 * 4")])
    }

    @Test func `a table has the cells between its bars, with and without a frame`() throws {
        let framed = "| 甲 | **1** |\n| :-- | --: |\n| 乙 |  |\n|丙|2<br>3|"
        #expect(try rows(framed) == [["甲", "1"], ["乙", ""], ["丙", "2\n3"]])
        #expect(try rows("甲 | 1\n--- | ---\n乙 | 2\n\n政府信息公开|年度报告") == [["甲", "1"], ["乙", "2"]])
    }

    @Test func `an escaped bar is a sign, a stroke alone in a cell stands for nothing`() throws {
        #expect(try rows("|甲\\|乙|1|\n|---|---|\n|\\|2|\n| \\ | 3 |") == [["甲|乙", "1"], ["\\", "2"], ["\\", "3"]])
    }

    @Test func `only the dashes under a head are none of the table's rows`() throws {
        #expect(try rows("|甲|乙|\n|--|--|\n|-|-|\n|1|2|") == [["甲", "乙"], ["-", "-"], ["1", "2"]])
        #expect(try rows("|甲|乙|\n|-|-|\n|1|2|\n\n# 题") == [["甲", "乙"], ["1", "2"]])
    }

    @Test func `text that has none of the marks is left as it is`() throws {
        #expect(try blocks("3 * 4 * 5\n**\n#甲") == [.paragraph("3 * 4 * 5"), .paragraph("**"), .paragraph("#甲")])
    }
}
