import Documents
import ReaderInterface
import Testing

@testable import Extraction

@Suite struct WorkbookTests {
    @Test func `texts are read wherever the file keeps them, pronunciation apart`() throws {
        var file = SheetFile(
            """
            <sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>内</t></is></c>\
            <c t="str"><f>A1</f><v>式</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>12</v></c><c t="s"><v>9</v></c></row></sheetData>
            """)
        file.strings = "<si><t>规章</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>xíng</t></rPh></si>"
        #expect(try file.rows() == [["规章", "行政许可", "内", "式", "TRUE", "#REF!", "12"]])
    }

    @Test func `a report kept as a sheet is paragraphs and tables, blank cells stay`() throws {
        let file = SheetFile(
            sheetData([
                "A1": "2024年年度报告", "A2": "一、总体情况", "A3": "全年公开126条。", "A5": "二、主动公开", "A6": "信息内容", "B6": "制发",
                "D6": "有效",
                "A7": "规章", "B7": "=0", "A8": "规范性文件", "D8": "=17", "A9": "行政许可", "A10": "处罚", "B10": "=3", "A12": "尾",
            ]))
        #expect(
            try file.blocks() == [
                .paragraph("2024年年度报告"), .paragraph("一、总体情况"), .paragraph("全年公开126条。"), .paragraph("二、主动公开"),
                .table(
                    Table(
                        rows: [
                            ["信息内容", "制发", "有效"], ["规章", "0", ""], ["规范性文件", "", "17"], ["行政许可", "", ""],
                            ["处罚", "3", ""],
                        ].map { $0.map { Table.Cell($0) } })), .paragraph("尾"),
            ])
    }

    @Test func `a sentence in the middle of rows is a paragraph`() throws {
        let file = SheetFile(sheetData(["A1": "甲", "B1": "=1", "A2": "说明如下。", "A3": "乙", "B3": "=2"]))
        #expect(try file.blocks()[1] == .paragraph("说明如下。"))
    }

    @Test func `merged cells span what they cover`() throws {
        let file = SheetFile(
            sheetData(["A1": "甲", "C1": "总计", "A2": "=1", "B2": "=2", "A3": "=3", "B3": "=4", "C3": "x"])
                + "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='C1:C2'/><mergeCell ref='bad'/></mergeCells>")
        #expect(try file.rows() == [["甲×2,1", "总计×1,2"], ["1", "2"], ["3", "4", "x"]])
    }

    @Test func `cells with borders are cells of a table, also where they are blank`() throws {
        var file = SheetFile(
            """
            <sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>规章</t></is></c><c r="B1" s="1"/><c r="C1" s="1"/></row></sheetData>
            """)
        file.styles = """
            <borders><border><left/></border><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs>
            """
        #expect(try file.rows() == [["规章", "", ""]])
    }

    @Test func `sheets come in their order; what is hidden is not printed and not read`() throws {
        var file = SheetFile(sheetData(["A1": "一"]))
        file.sheets.append((sheetData(["A1": "藏"]), "state='hidden'"))
        file.sheets.append(
            (
                """
                <cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c>\
                <c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"><v>3</v></c>\
                <c r="C3"><v>4</v></c></row></sheetData>
                """, ""
            ))
        #expect(try file.blocks().first == .paragraph("一"))
        #expect(try file.blocks().count == 2)
        #expect(try file.rows() == [["1", "2"], ["3", "4"]])
    }

    @Test func `numbers are as their cells print them`() {
        let general = [1.10000000001, 58.206, 0.1 + 0.2, 1e-7, 3119, -0.0, 96171.6, 1e20, 123456789.125]
        #expect(
            general.map(NumberFormat.general) == [
                "1.1", "58.206", "0.3", "0.0000001", "3119", "0", "96171.6", "1e+20", "123456789.13",
            ])
        let shown: [(String, Double, String)] = [
            ("0", 1.5, "2"), ("0", 1418, "1418"), ("#,##0", 1_234_567, "1,234,567"), ("#,##0", 999, "999"),
            ("0.00", 2.675, "2.68"),
            ("#,##0.00", -1234.5, "-1,234.50"), ("0%", 0.285, "29%"), ("0.00%", 0.07, "7.00%"), ("0\"件\"", 12, "12件"),
            ("General", 0.5, "0.5"), ("G/通用格式", 7, "7"), ("@", 3.0, "3"), ("0;-0;;@", 0, ""),
            ("0.0;(0.0)", -2, "(2.0)"),
            ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", 0, "-"), ("#", 0, ""), ("0.##", 1.5, "1.5"),
            ("0.##", 2, "2"),
            ("[Red]0.0", 9.96, "10.0"), ("yyyy\"年\"m\"月\"d\"日\"", 45672, "2025年1月15日"),
            ("yyyy/mm/dd", 45351, "2024/02/29"),
            ("0.00E+00", 5, "5"),
        ]
        for (pattern, value, text) in shown {
            #expect(NumberFormat(pattern).text(value) == text, "\(pattern) \(value)")
        }
    }

    @Test func `a style names a pattern by its own number or by one that Excel knows`() throws {
        var file = SheetFile(
            "<sheetData><row><c s='0'><v>0.5</v></c><c s='1'><v>0.5</v></c><c s='2'><v>1234.5</v></c><c s='7'><v>1</v></c></row></sheetData>"
        )
        file.styles = """
            <numFmts><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="4"/></cellXfs>
            """
        #expect(try file.rows() == [["0.5", "50.0%", "1,234.50", "1"]])
    }

    @Test func `a cell far away, a wide row and a merge of everything stay within limits`() throws {
        let file = SheetFile(
            sheetData(["A1": "甲", "B1": "=1", "XFD1048576": "远"])
                + "<mergeCells><mergeCell ref='A1:A1'/><mergeCell ref='C1:XFD1048576'/></mergeCells>")
        #expect(try file.blocks().count == 2)
        let wide = SheetFile(
            "<sheetData><row>\(String(repeating: "<c><v>1</v></c>", count: 2001))</row></sheetData>")
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 2000)) {
            try wide.blocks(limits: Limits(.cells, 2000))
        }
        let sparse = SheetFile(
            "<sheetData>" + (1...500).map { "<row r='\($0)'><c r='A\($0)'><v>1</v></c><c><v>2</v></c></row>" }.joined()
                + "<row r='501'>\(String(repeating: "<c><v>1</v></c>", count: 500))</row></sheetData>")
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 100_000)) { try sparse.blocks() }
    }

    @Test func `a workbook of nothing is damaged, one cut off anywhere too`() {
        #expect(throws: Unreadable.damaged("工作簿里没有文字")) { try SheetFile("<sheetData/>").blocks() }
        let bytes = SheetFile(sheetData(["A1": "甲"])).bytes()
        for end in stride(from: 4, to: bytes.count, by: 61) {
            #expect(throws: Unreadable.self) { try Extractor.extract(Array(bytes.prefix(end)), limits: Limits()) }
        }
    }
}
