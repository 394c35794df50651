import Extraction
import Fixtures
import ReaderInterface
import Testing

/// The cells of what a person has filled in.
@Suite struct `A grid` {
    private func grid(_ bytes: [UInt8], _ limits: Limits = Limits()) throws -> CellGrid {
        try Extractor.grid(in: bytes, limits: limits)
    }

    @Test func `has the cells that are hidden, at their places, and no sheet that is hidden`() throws {
        var file = SheetFile(
            "<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='2' hidden='1'>"
                + "<c r='A2' t='inlineStr'><is><t>核销</t></is></c><c r='B2' t='inlineStr'><is><t>键</t></is></c></row>"
                + "<row r='9'><c r='C9'><f>1+1</f><v>2</v></c></row></sheetData>")
        file.sheets.append(("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>", "state='hidden'"))
        let grid = try grid(file.bytes())
        #expect(
            grid == CellGrid([CellGrid.Sheet(name: "0", rows: [.init(2, ["核销", "键"]), .init(9, ["", "", "2"])])]))
    }

    @Test func `comes of a table as text as well, in either character set`() throws {
        let text = "单位,数\r\n\"甲,\"\"局\"\"\",1\r\n\r\n\"两\n行\",2"
        let rows: [CellGrid.Row] = [.init(1, ["单位", "数"]), .init(2, ["甲,\"局\"", "1"]), .init(4, ["两\n行", "2"])]
        #expect(try grid(Array(text.utf8)).sheets.first?.rows == rows)
        #expect(try grid(Array("\u{FEFF}\(text)".utf8)).sheets.first?.rows == rows)
        let gbk: [UInt8] = [0xBC, 0xD7, 0x2C, 0x31, 0x0A, 0xD2, 0xD2, 0x2C, 0x32, 0x0A]
        #expect(try grid(gbk).sheets.first?.rows == [.init(1, ["甲", "1"]), .init(2, ["乙", "2"])])
    }

    @Test func `has no more rows and characters than its limits, and of far columns none`() throws {
        let rows = (1...30).map { "<row r='\($0)'><c r='A\($0)'><v>12345</v></c><c r='XFD\($0)'><v>1</v></c></row>" }
        let bytes = SheetFile("<sheetData>\(rows.joined())</sheetData>").bytes()
        #expect(try grid(bytes).sheets.first?.rows.count == 30)
        #expect(try grid(bytes).sheets.first?.rows.first?.cells == ["12345"])
        for limit in [Limits(.sheetRows, 29), Limits(.sheetCharacters, 149)] {
            #expect(throws: Unreadable.self) { try grid(bytes, limit) }
        }
    }

    @Test(arguments: [1, 5, 20_000])
    func `of a sheet whose cells all show one long text has that text cut`(times: Int) throws {
        var file = SheetFile("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>")
        file.strings = "<si><t>\(String(repeating: "长", count: times))</t></si>"
        let text = try #require(grid(file.bytes(), Limits(.ratio, 100_000)).sheets.first?.rows.first?.cells.first)
        #expect(text.utf8.count <= 3_000 && text.hasPrefix("长"))
    }

    @Test func `comes of workbooks and text alone`() {
        #expect(throws: Unreadable.format(.pdf)) { try grid(Array("%PDF-1.7".utf8)) }
        #expect(throws: Unreadable.self) { try grid([]) }
    }
}
