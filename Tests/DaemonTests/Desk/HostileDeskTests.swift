import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import ReaderInterface
import Testing

/// Workbooks that no honest person puts into the folder of the office: each costs itself.
@Suite("Hostile files in the folder of the office") struct HostileDeskTests {
    private static let sheet = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

    private static func book(_ data: String, _ more: [(String, String)] = []) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var package = PackageBuilder()
        package.add(
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>")
        package.add(
            "xl/workbook.xml",
            "<workbook \(sheet) xmlns:r='\(office)'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"
        )
        package.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='\(office)/worksheet' Target='worksheets/s.xml'/></Relationships>")
        package.add("xl/worksheets/s.xml", "<worksheet \(sheet)>\(data)</worksheet>")
        for (name, text) in more { package.add(name, text) }
        return package.bytes()
    }

    private static let heads: String = {
        let heads = ["年度", "单位", "版本", "处理", "理由", "规则", "位置编号", "数据指纹", "台账编号", "决定编号"]
        let cells = heads.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }
        return "<row>\(cells.joined())</row>"
    }()

    @Test(arguments: ["bomb", "rows", "long", "entities", "nothing", "other"])
    func `one that asks for too much is refused, and the next is taken`(kind: String) async throws {
        let bytes: [UInt8] =
            switch kind {
            case "bomb": Self.book("<sheetData>" + String(repeating: " ", count: 50_000_000) + "</sheetData>")
            case "rows":
                Self.book(
                    "<sheetData>\(Self.heads)" + String(repeating: "<row><c><v>1</v></c></row>", count: 1_000_000)
                        + "</sheetData>")
            case "long":
                Self.book(
                    "<sheetData>\(Self.heads)"
                        + String(
                            repeating: "<row><c/><c/><c/><c t='inlineStr'><is><t>核销</t></is></c></row>", count: 3_000)
                        + "</sheetData>")
            case "entities":
                Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf8)
            case "nothing": []
            default: Self.book("<sheetData><row><c><v>1</v></c></row></sheetData>")
            }
        let desk = try await OfficeDesk()
        try await desk.reports.drop(DecidedReports.row)
        try desk.put(bytes, as: "坏的.xlsx")
        await desk.look()
        desk.wait(Bureau.patience)
        await desk.look()
        #expect(try desk.files().count == 1, "\(kind)")
        guard case .refused(let why) = try desk.files().first?.content else {
            Issue.record("\(kind) was taken")
            return
        }
        #expect(why.hasSuffix("。"))
        try await desk.hand(in: desk.filled(["table3-row-total": ("核销", "已核实")]))
        #expect(try desk.files().first?.summary == "填写 1 行：核销 1 处。")
    }

    @Test func `formulas, macros and links to other files do nothing: what a cell shows is all there is to it`()
        async throws
    {
        let desk = try await OfficeDesk()
        try await desk.reports.drop(DecidedReports.row)
        let key = try await desk.reports.key("table3-row-total")
        let cells = [
            "2024", "财政局", "1", "", "=HYPERLINK(1)<br>", key.rule, key.at, key.digest, desk.bureau.ledger.id, "0",
        ]
        let texts = cells.enumerated().map { index, text in
            index == 3
                ? "<c t='str'><f>'[1]别的.xlsx'!A1</f><v>核销</v></c>"
                : "<c t='inlineStr'><is><t>\(text.replacing("<", with: "&lt;"))</t></is></c>"
        }
        try await desk.hand(
            in: Self.book(
                "<sheetData>\(Self.heads)<row>\(texts.joined())</row></sheetData>",
                [("xl/vbaProject.bin", "macro"), ("xl/externalLinks/externalLink1.xml", "<externalLink/>")]))
        #expect(try desk.files().first?.summary == "填写 1 行：核销 1 处。")
        #expect(try await desk.resultPage().contains("=HYPERLINK(1)&lt;br&gt;"))
    }

    @Test func `one over which the reader crashes is left alone after the second time`() async throws {
        let desk = try await OfficeDesk(reader: Worker.beside("BadWorker"))
        try desk.put(Array("signal 11".utf8), as: "崩溃.xlsx")
        for _ in 0..<4 { await desk.work() }
        #expect(try desk.files().map(\.summary) == ["没有读取：两次没能读完，不再自动尝试。请用 WPS 或 Excel 另存为新的 xlsx 文件，再放进来。"])
    }
}
