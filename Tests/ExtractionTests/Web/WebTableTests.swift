import Documents
import ReaderInterface
import Testing

@Suite struct WebTableTests {
    private func rows(_ table: String) throws -> [[String]] {
        try WebFile.blocks("<html><body>\(table)</body></html>").flatMap(\.shownRows)
    }

    @Test func `cells span rows and columns`() throws {
        let table = """
            <table><thead><tr><th rowspan=2>甲</th><th colspan="2">乙</th></tr></thead><tbody><tr><td>1<td>2</tr>
            <tr><td>丙</td><td></td><td>&nbsp;</td></tr></tbody></table>
            """
        #expect(try rows(table) == [["甲×1,2", "乙×2,1"], ["1", "2"], ["丙", "", ""]])
    }

    @Test func `spans that make no sense are taken as browsers take them`() throws {
        let table = """
            <table><tr><td rowspan=0>甲</td><td colspan=0>1</td><td colspan=x>2</td></tr><tr><td colspan='2;'>3</td></tr>
            <tr><td rowspan=99999>4</td><td>5</td></tr></table>
            """
        #expect(try rows(table) == [["甲×1,3", "1", "2"], ["3×2,1"], ["4", "5"]])
        #expect(try rows("<table><tr><td colspan=1000000>甲<td>乙</table>") == [["甲×1000,1", "乙"]])
    }

    @Test func `the foot is drawn last, the caption before, cells without a row are one`() throws {
        let table = "<table><caption>表三</caption><tfoot><tr><td>计<td>3</tfoot><tr><td>甲<td>1</tr><td>乙<td>2</table>"
        #expect(try rows(table) == [["甲", "1"], ["乙", "2"], ["计", "3"]])
        #expect(try WebFile.blocks(table).first == .paragraph("表三"))
    }

    @Test func `hidden cells are not there, lines of a cell are lines`() throws {
        #expect(
            try rows("<table><tr><td style='display:none'>x<td>商业<br>企业<td><p>1</p><p>2</p></table>") == [
                ["商业\n企业", "1\n2"]
            ])
    }

    @Test func `tables that lay out the page give way to what is in them`() throws {
        let form = "<table>\((1...4).map { "<tr><td>\($0)<td>甲<td>乙<td>丙</tr>" }.joined())</table>"
        let page = "<table><tr><td>左</td><td><table><tr><td><p>一、总体情况</p>\(form)</td></tr></table></td></tr></table>"
        let blocks = try WebFile.blocks("<html><body>\(page)</body></html>")
        #expect(blocks.prefix(2) == [.paragraph("左"), .paragraph("一、总体情况")])
        #expect(blocks.last?.shownRows.count == 4)
        #expect(
            try rows("<table><tr><td>\("<table><tr><td>一<td>二</table>")<td>1</tr><tr><td>2<td>3</table>") == [
                ["一\t二", "1"], ["2", "3"],
            ])
    }

    @Test func `cells are limited, and counted by the places they span`() {
        let wide = "<table><tr>\(String(repeating: "<td>1", count: 100_001))</table>"
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 100_000)) { try rows(wide) }
        let spans =
            "<table>\(String(repeating: "<tr><td colspan=1000000 rowspan=1000000>1<td>2</tr>", count: 101))</table>"
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 100_000)) { try rows(spans) }
    }
}
