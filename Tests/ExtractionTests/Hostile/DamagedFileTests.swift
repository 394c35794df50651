import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

/// Files that nobody wrote on purpose, and files that somebody did: each ends in a document or in a reason, never in a trap.
@Suite struct DamagedFileTests {
    /// A file of each format that is rich in what its reader looks at.
    private static let files: [(name: String, bytes: [UInt8])] = {
        var word = WordFile(
            p("标题", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
                + tbl(
                    tr(tc("甲", "<w:gridSpan w:val='2'/>"), tc("乙", "<w:vMerge w:val='restart'/>")),
                    tr(tc("1"), tc("2"), tc("", "<w:vMerge/>"), properties: "<w:gridBefore w:val='1'/>")))
        word.numbering = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """
        var sheet = SheetFile(
            sheetData(["A1": "标题", "A2": "甲", "B2": "=1.5", "C3": "=45672"])
                + "<cols><col min='7' max='9' hidden='1'/></cols><mergeCells><mergeCell ref='A2:B3'/></mergeCells>")
        sheet.styles =
            "<numFmts><numFmt numFmtId='0' formatCode='#,##0.0;-0%'/></numFmts><cellXfs><xf numFmtId='0'/></cellXfs>"
        let page = """
            <html><body><ol start=3 style="list-style:cjk-ideographic"><li value=2>甲</ol><table><tr><td rowspan=2 colspan=3>1<td>2</tr>
            <tr><td>3</table></body></html>
            """
        let message =
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n\(page)\n--b--"
        return [
            ("docx", word.bytes()), ("xlsx", sheet.bytes()), ("html", Array(page.utf8)), ("mht", Array(message.utf8)),
        ]
    }()

    @Test(arguments: files.map(\.name))
    func `a file cut off anywhere has an answer`(name: String) throws {
        let bytes = try #require(DamagedFileTests.files.first { $0.name == name }).bytes
        for end in stride(from: 0, to: bytes.count, by: 13) {
            _ = try? Extractor.extract(Array(bytes.prefix(end)), limits: Limits())
        }
    }

    @Test(arguments: files.map(\.name))
    func `a file with changed bytes has an answer`(name: String) throws {
        let bytes = try #require(DamagedFileTests.files.first { $0.name == name }).bytes
        var random = Seeded(2024)
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0...Int.random(in: 0..<8, using: &random) {
                changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? Extractor.extract(changed, limits: Limits())
        }
    }

    /// Inside an archive changed bytes are mostly caught by its sums; so numbers are changed before it is packed.
    @Test(arguments: [
        "-1", "0", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "x", "", "1e308", "NaN",
    ])
    func `numbers out of all range have an answer`(number: String) {
        let row = tr(
            tc("甲", "<w:gridSpan w:val='\(number)'/><w:vMerge w:val='restart'/>"), tc("乙"),
            properties: "<w:gridBefore w:val='\(number)'/>")
        var word = WordFile(
            p("标题", "<w:numPr><w:ilvl w:val='\(number)'/><w:numId w:val='1'/></w:numPr>")
                + p("标题", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>") + tbl(row, row))
        word.numbering = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="\(number)"/><w:lvlRestart w:val="\(number)"/>
            <w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1、%9%"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="\(number)"><w:startOverride w:val="\(number)"/>
            </w:lvlOverride></w:num>
            """
        _ = try? Extractor.extract(word.bytes(), limits: Limits())
        var sheet = SheetFile(
            """
            <cols><col min="\(number)" max="\(number)" hidden="1"/></cols><sheetData><row r="\(number)"><c r="A\(number)" s="\(number)">\
            <v>\(number)</v></c><c t="s"><v>\(number)</v></c><c s="0"><v>\(number)</v></c><c s="1"><v>\(number)</v></c></row></sheetData>
            <mergeCells><mergeCell ref="A\(number):B\(number)"/></mergeCells>
            """)
        sheet.styles = """
            <numFmts><numFmt numFmtId="1" formatCode="0.\(String(repeating: "0", count: 300))%%%"/>\
            <numFmt numFmtId="2" formatCode="yyyy-mm-dd"/></numFmts>\
            <cellXfs><xf numFmtId="1" borderId="\(number)"/><xf numFmtId="2"/></cellXfs>
            """
        _ = try? Extractor.extract(sheet.bytes(), limits: Limits())
        let page = """
            <html><body><ol start="\(number)"><li>甲<li value="\(number)">乙<li>丙</ol><ol reversed start="\(number)"><li>甲<li>乙</ol>
            <table><tr><td rowspan="\(number)" colspan="\(number)">1<td>2</tr><tr><td>3</table></body></html>
            """
        #expect(throws: Never.self) { try Extractor.extract(Array(page.utf8), limits: Limits()) }
    }
}
