import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

/// What LibreOffice writes of a docx as doc, and as rtf, must be read as the docx is.
@Suite(.enabled(if: LibreOffice.isInstalled, "LibreOffice is not installed"))
struct BinaryDocumentTests {
    private func compare(_ files: [String: WordFile], with formats: [Format] = [.doc, .rtf]) throws {
        let bytes = files.mapValues { $0.bytes() }
        for format in formats {
            let made = try format == .doc ? LibreOffice.doc(of: bytes) : LibreOffice.rtf(of: bytes)
            for (name, file) in files {
                let extract = try Extractor.extract(try #require(made[name]), limits: Limits())
                #expect(extract.format == format)
                let written = try file.blocks()
                #expect(extract.document.blocks == written, "\(name), \(format)")
            }
        }
    }

    @Test func `tables of any shape have the same cells`() throws {
        var files: [String: WordFile] = [:]
        for seed in 1...24 {
            let tables = TableXML.random(seed, rows: 3 + seed % 9, columns: 2 + seed % 14)
            files["table-\(seed)"] = WordFile(p("前") + tables + p("后"))
        }
        files["form"] = WordFile(p("表三") + TableXML.random(77, rows: 28, columns: 10) + p("后"))
        try compare(files)
    }

    @Test func `tables within tables stay in their cells`() throws {
        let inner = TableXML.table(tr(tc("11"), tc("12")) + tr(tc("21"), tc("22")), columns: 2)
        let cell = "<w:tc>\(p("外"))\(inner)\(p("内后"))</w:tc>"
        let rest = tr(tc("31"), tc("32"), tc("33")) + tr(tc("41"), tc("42"), tc("43"))
        try compare(["nested": WordFile(TableXML.table(tr(cell, tc("甲"), tc("乙")) + rest, columns: 3) + p("末"))])
    }

    @Test func `numbers that lists draw are in the text, restarts included`() throws {
        let level = { (index: Int, format: String, text: String) in
            """
            <w:lvl w:ilvl='\(index)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/><w:suff w:val='nothing'/>\
            <w:lvlText w:val='\(text)'/></w:lvl>
            """
        }
        let item = { (text: String, list: Int, level: Int) in
            p(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>")
        }
        var file = WordFile(
            item("总体情况", 1, 0) + item("主动公开", 1, 1) + item("依申请公开", 1, 1) + p("正文") + item("表格", 1, 0)
                + item("其他", 1, 1) + item("甲", 2, 0) + item("乙", 2, 0) + item("三级", 1, 2))
        file.numbering = """
            <w:abstractNum w:abstractNumId='1'><w:multiLevelType w:val='multilevel'/>\
            \(level(0, "chineseCountingThousand", "%1、"))\(level(1, "chineseCounting", "（%2）"))\(level(2, "decimal", "%2.%3．"))\
            </w:abstractNum><w:abstractNum w:abstractNumId='2'>\(level(0, "decimalEnclosedCircle", "%1"))</w:abstractNum>
            <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>
            """
        try compare(["list": file])
    }

    @Test func `what a tracked change took away, hidden text and fields' instructions are no text`() throws {
        let field = { (kind: String) in "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        let page = field("begin") + "<w:r><w:instrText> HYPERLINK \"http://example.gov.cn\" </w:instrText></w:r>"
        let author = "w:author='甲' w:date='2025-01-01T00:00:00Z'"
        try compare([
            "change": WordFile(
                """
                <w:p>\(r("收到"))<w:ins w:id="1" \(author)>\(r("126"))</w:ins><w:del w:id="2" \(author)><w:r>\
                <w:delText>99</w:delText></w:r></w:del>\(r("件"))</w:p>
                """),
            "hidden": WordFile("<w:p>\(r("见"))\(r("隐", "<w:vanish/>"))\(r("现"))</w:p>"),
            "field": WordFile("<w:p>\(r("合计"))\(page)\(field("separate"))\(r("36"))\(field("end"))\(r("件"))</w:p>"),
            "signs": WordFile(
                "<w:p>\(r("甲"))<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙 ABC é“”𠮷</w:t></w:r></w:p>" + p("末")),
        ])
    }

    @Test func `a text box follows the paragraph on which it hangs`() throws {
        let style = "position:absolute;margin-left:20pt;margin-top:20pt;width:200pt;height:60pt"
        let box = """
            <w:r><w:pict><v:shape style="\(style)"><v:textbox><w:txbxContent>\(p("框内"))\(p("二行"))</w:txbxContent></v:textbox>\
            </v:shape></w:pict></w:r>
            """
        // As Rich Text LibreOffice does not write such a box.
        try compare(["box": WordFile(p("前") + "<w:p>\(r("正文"))\(box)</w:p>" + p("后"))], with: [.doc])
    }
}
