import Foundation
import Testing
import Workbooks

@Suite struct `A workbook` {
    private let zone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt

    @Test(.enabled(if: LibreOffice.isThere, "libreoffice-calc-nogui is not installed"))
    func `comes back from LibreOffice as it went out`() throws {
        let rows: [[SheetCell]] = [
            [SheetCell(.text("单位"), .head), SheetCell(.text("数"), .head), SheetCell(.text("时间"), .head)],
            [
                SheetCell(.text("=1+1")), SheetCell(.count(42)),
                SheetCell(.moment(Date(timeIntervalSince1970: 1_737_336_600), zone)),
            ],
            [
                SheetCell(.link("回执", to: "reports/a%20b/receipt.html")), SheetCell(.decimal("4166.214619")),
                SheetCell(.blank),
            ],
            [SheetCell(.text("长数")), SheetCell(.decimal("12345678901234567890.5")), SheetCell(.text("末"))],
        ]
        let book = Workbook([Sheet("台账", widths: [20, 10, 17], frozenRows: 1, hasFilter: true, rows: rows)])
        let lines = try LibreOffice.csv(of: book.bytes())
        #expect(
            lines == [
                ["单位", "数", "时间"], ["=1+1", "42", "2025-01-20 09:30:00"], ["回执", "4166.214619", ""],
                ["长数", "12345678901234567890.5", "末"],
            ])
    }

    @Test(.enabled(if: LibreOffice.isThere, "libreoffice-calc-nogui is not installed"))
    func `puts cells past those that reach down from above`() throws {
        let rows: [[SheetCell]] = [
            [SheetCell(.text("甲"), rows: 2), SheetCell(.text("乙"), columns: 2)],
            [SheetCell(.count(1)), SheetCell(.count(2))],
            [SheetCell(.count(3)), SheetCell(.count(4)), SheetCell(.count(5))],
        ]
        let lines = try LibreOffice.csv(of: Workbook([Sheet("表", widths: [], rows: rows)]).bytes())
        #expect(lines == [["甲", "乙", ""], ["", "1", "2"], ["3", "4", "5"]])
    }

    @Test func `has its widths, frozen rows, filter and links in the file`() throws {
        let cell = SheetCell(.link("回执", to: "reports/%E5%B1%80/receipt.html"))
        let sheet = Sheet(
            "台账", widths: [30], frozenRows: 1, frozenColumns: 1, hasFilter: true,
            rows: [[SheetCell(.text("头"))], [cell], [cell]])
        let files = try LibreOffice.parts(of: Workbook([sheet]).bytes())
        let xml = try #require(files["xl/worksheets/sheet1.xml"])
        #expect(xml.contains(#"<pane xSplit="1" ySplit="1" topLeftCell="B2""#))
        #expect(xml.contains(#"<autoFilter ref="A1:A3"/>"#))
        #expect(xml.contains(#"<col min="1" max="1" width="30.7109375""#))
    }

    @Test func `can be filled in where it is to be, and nowhere else`() throws {
        var sheet = Sheet(
            "核销单", widths: [10, 10, 10], frozenRows: 1,
            rows: [
                [SheetCell(.text("处理"), .head), SheetCell(.text("键"), .head)],
                [SheetCell(.blank, .input), SheetCell(.text("a"))],
                [SheetCell(.text("核销"), .input), SheetCell(.text("b"))],
            ])
        sheet.choices = [0: ["核销", "维持"]]
        sheet.hiddenColumns = [1]
        sheet.isProtected = true
        sheet.heights = [0: 40]
        let files = try LibreOffice.parts(of: Workbook([sheet]).bytes())
        let xml = try #require(files["xl/worksheets/sheet1.xml"])
        #expect(xml.contains(#"<sheetProtection sheet="1""#) && xml.contains(#"autoFilter="0""#))
        #expect(xml.contains(#"sqref="A2:A3""#) && xml.contains("<formula1>\"核销,维持\"</formula1>"))
        #expect(xml.contains(#"<col min="2" max="2" width="10.7109375" hidden="1""#))
        #expect(xml.contains(#"ht="40""#))
        #expect(try #require(files["xl/styles.xml"]).contains(#"<protection locked="0"/>"#))
    }

    @Test(.enabled(if: LibreOffice.isThere, "libreoffice-calc-nogui is not installed"))
    func `leads to files beside it, whatever they are called, and shows moments to the minute`() throws {
        let cells = [
            SheetCell(.link("回执", to: "reports/2024/%E6%9F%90%20%E5%B1%80/v1/receipt.html")),
            SheetCell(.moment(Date(timeIntervalSince1970: 1_737_336_600), zone)),
        ]
        let document = try LibreOffice.document(of: Workbook([Sheet("台账", widths: [8, 17], rows: [cells])]).bytes())
        #expect(document.contains(#"xlink:href="reports/2024/某%20局/v1/receipt.html""#))
        #expect(document.contains("<text:p>2025-01-20 09:30</text:p>"))
    }

    @Test func `more links than a sheet can have are text`() throws {
        let rows = Array(repeating: [SheetCell(.link("回执", to: "receipt.html"))], count: 65_601)
        let files = try LibreOffice.parts(of: Workbook([Sheet("台账", widths: [], rows: rows)]).bytes())
        let xml = try #require(files["xl/worksheets/sheet1.xml"])
        #expect(xml.contains(#"<hyperlink ref="A65530""#) && !xml.contains(#"<hyperlink ref="A65531""#))
        #expect(xml.contains(#"<c r="A65601""#))
    }

    @Test func `a sheet that cannot be named so is refused`() {
        #expect(throws: WorkbookFailure.self) { try Workbook([Sheet("a/b", widths: [], rows: [])]).bytes() }
    }
}
