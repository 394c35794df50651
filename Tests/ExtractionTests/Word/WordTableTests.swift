import Documents
import ReaderInterface
import Testing

@Suite struct WordTableTests {
    private func rows(_ body: String) throws -> [[String]] { try WordFile(body).rows() }

    @Test func `cells merged across and down span what they cover`() throws {
        let body = tbl(
            tr(tc("甲", "<w:gridSpan w:val='2'/>"), tc("总计", "<w:vMerge w:val='restart'/>")),
            tr(tc("1"), tc("2"), tc("", "<w:vMerge/>")),
            tr(tc("3"), tc("4"), tc("", "<w:vMerge w:val='continue'/>")),
            tr(tc("5"), tc(""), tc("6")))
        #expect(try rows(body) == [["甲×2,1", "总计×1,3"], ["1", "2"], ["3", "4"], ["5", "", "6"]])
    }

    @Test func `a merge that begins nowhere, or anew, is a cell of its own`() throws {
        let body = tbl(
            tr(tc("1"), tc("2", "<w:vMerge/>")),
            tr(tc("3"), tc("4", "<w:vMerge w:val='restart'/>")),
            tr(tc("5"), tc("6", "<w:vMerge w:val='restart'/>")))
        #expect(try rows(body) == [["1", "2"], ["3", "4"], ["5", "6"]])
    }

    @Test func `cells merged the old way span too`() throws {
        let body = tbl(
            tr(tc("甲", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("乙")), tr(tc("1"), tc("2"), tc("3")))
        #expect(try rows(body) == [["甲×2,1", "乙"], ["1", "2", "3"]])
    }

    @Test func `a row that begins further right keeps its cells in their columns`() throws {
        let body = tbl(
            tr(tc("甲"), tc("乙"), tc("丙", "<w:vMerge w:val='restart'/>")),
            tr(tc("2"), tc("", "<w:vMerge/>"), properties: "<w:gridBefore w:val='1'/>"))
        #expect(try rows(body) == [["甲", "乙", "丙×1,2"], ["", "2"]])
    }

    @Test func `rows and cells that a tracked change took away, and hidden rows, are gone`() throws {
        let body = tbl(
            tr(tc("1"), tc("2")), tr(tc("x"), tc("y"), properties: "<w:del w:id='1'/>"),
            tr(tc("3"), tc("x", "<w:cellDel w:id='2'/>"), tc("4")), tr(tc("h"), tc("h"), properties: "<w:hidden/>"),
            tr(tc("5"), tc("6"), properties: "<w:ins w:id='3'/>"))
        #expect(try rows(body) == [["1", "2"], ["3", "4"], ["5", "6"]])
    }

    @Test func `content controls around rows and cells are looked through, an empty one leaves its cell`() throws {
        let prompt = """
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:tc><w:p>\(r("请输入", "<w:rStyle w:val='a'/>"))</w:p></w:tc>\
            </w:sdtContent></w:sdt>
            """
        let body = tbl(
            "<w:sdt><w:sdtContent>\(tr(tc("1"), "<w:sdt><w:sdtContent>\(tc("2"))</w:sdtContent></w:sdt>"))</w:sdtContent></w:sdt>",
            tr(prompt, tc("4")))
        #expect(try rows(body) == [["1", "2"], ["", "4"]])
    }

    @Test func `the paragraphs of a cell are its lines`() throws {
        #expect(try rows(tbl(tr("<w:tc>\(p("商业"))\(p(""))\(p("企业"))</w:tc>", tc("0")))) == [["商业\n企业", "0"]])
    }

    @Test func `a small table in a cell is part of the cell's text`() throws {
        let inner = "<w:tc>\(tbl(tr(tc("一"), tc("二"))))\(p("注"))</w:tc>"
        #expect(try rows(tbl(tr(inner, tc("1")), tr(tc("2"), tc("3")))) == [["一\t二\n注", "1"], ["2", "3"]])
    }

    @Test func `a table that only lays out the page gives way to the tables and text in it`() throws {
        let form = tbl(tr(tc("甲"), tc("1"), tc("2")), tr(tc("乙"), tc("3"), tc("4")))
        let body = tbl(tr("<w:tc>\(p("左栏"))</w:tc>", "<w:tc>\(p("一、总体情况"))\(form)\(p("尾"))</w:tc>"))
        let blocks = try WordFile(body).blocks()
        #expect(blocks.count == 4)
        #expect(blocks.first == .paragraph("左栏"))
        #expect(blocks[2].shownRows == [["甲", "1", "2"], ["乙", "3", "4"]])
        #expect(try WordFile(tbl(tr("<w:tc>\(p("标题"))\(p("正文"))</w:tc>"))).paragraphs() == ["标题", "正文"])
    }

    @Test func `a document deeper or wider than the limits is refused, whatever it says of itself`() {
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 50_000)
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 50_000)
        #expect(throws: Unreadable.limit(name: "limits.depth", value: 256)) { try WordFile(deep + close).blocks() }
        let wide = tbl("<w:tr>\(String(repeating: tc("1"), count: 2001))</w:tr>")
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 2000)) {
            try WordFile(wide).blocks(limits: Limits(.cells, 2000))
        }
        let spans = tbl((0..<200).map { _ in tr(tc("1", "<w:gridSpan w:val='1000000'/>"), tc("2")) }.joined())
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 100_000)) { try WordFile(spans).blocks() }
    }
}
