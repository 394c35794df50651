import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct WordTextTests {
    private func text(_ body: String) throws -> [String] { try WordFile(body).paragraphs() }

    @Test func `runs of a paragraph are one text, with its tabs and breaks`() throws {
        let body =
            "<w:p>\(r("青岚市"))\(r("水利局 "))<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/></w:r>\(r("丙"))</w:p>"
        #expect(try text(body) == ["青岚市水利局 \t甲\n乙\n丙"])
    }

    @Test func `raised digits behind a number refer to a note, raised words do not`() throws {
        let raised = { (text: String) in
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>\(text)</w:t></w:r>"
        }
        #expect(
            try text("<w:p>\(r("7"))\(raised("1"))</w:p><w:p>\(r("7"))\(raised("[2]"))\(r("件"))</w:p>") == ["7", "7件"])
        #expect(try text("<w:p>\(raised("12"))</w:p><w:p>\(r("甲"))\(raised("乙"))</w:p>") == ["12", "甲乙"])
    }

    @Test func `strict documents are read as transitional ones`() throws {
        var file = WordFile(p("甲") + tbl(tr(tc("乙"), tc("丙"))))
        file.isStrict = true
        #expect(try file.paragraphs() == ["甲"])
        #expect(try file.rows() == [["乙", "丙"]])
    }

    @Test func `what a tracked change brought counts, what it took away does not`() throws {
        let body = """
            <w:p>\(r("收到"))<w:ins w:id="1">\(r("126"))</w:ins><w:del w:id="2"><w:r><w:delText>99</w:delText></w:r></w:del>\
            <w:moveFrom w:id="3">\(r("旧"))</w:moveFrom><w:moveTo w:id="4">\(r("件"))</w:moveTo></w:p>
            """
        #expect(try text(body) == ["收到126件"])
    }

    @Test func `a paragraph whose end was taken away goes on with the next`() throws {
        let body = p("全年收到", "<w:rPr><w:del w:id='1'/></w:rPr>") + p("申请12件。")
        #expect(try text(body) == ["全年收到申请12件。"])
        #expect(try text(p("末尾", "<w:rPr><w:del w:id='1'/></w:rPr>")) == ["末尾"])
    }

    @Test func `links, smart tags, content controls and simple fields are looked through at every level`() throws {
        let body = """
            <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink>\(r("甲"))</w:hyperlink><w:smartTag>\(r("乙"))</w:smartTag>\
            <w:sdt><w:sdtContent>\(r("丙"))</w:sdtContent></w:sdt><w:fldSimple w:instr="PAGE">\(r("丁"))</w:fldSimple>\
            <w:customXml>\(r("戊"))</w:customXml></w:p></w:sdtContent></w:sdt>
            """
        #expect(try text(body) == ["甲乙丙丁戊"])
    }

    @Test func `the prompt of an empty content control is no text`() throws {
        let body =
            p("编号") + """
                <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(r("单击此处输入文字。", "<w:rStyle w:val='a3'/>"))\
                </w:sdtContent></w:sdt></w:p>
                """
        #expect(try text(body) == ["编号"])
        let filled =
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(r("126"))</w:sdtContent></w:sdt></w:p>"
        #expect(try text(filled) == ["126"])
    }

    @Test func `a field shows its result, not its instruction, fields within fields included`() throws {
        let field = { (kind: String) in "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        let instruction = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"
        let inner = field("begin") + instruction + field("separate") + r("内") + field("end")
        let body =
            "<w:p>\(r("合计"))\(field("begin"))\(instruction)\(inner)\(field("separate"))\(r("36"))\(field("end"))\(r("件"))</w:p>"
        #expect(try text(body) == ["合计36件"])
        // A field that is never closed does not swallow the next paragraph.
        #expect(try text("<w:p>\(field("begin"))\(instruction)</w:p>" + p("后文")) == ["后文"])
    }

    @Test func `hidden text is not printed and not read, whether the run or a style hides it`() throws {
        var file = WordFile(
            "<w:p>\(r("见", ""))\(r("隐", "<w:vanish/>"))\(r("现", "<w:vanish w:val='0'/>"))\(r("藏", "<w:rStyle w:val='h2'/>"))</w:p>"
                + p("草稿", "<w:pStyle w:val='h3'/>"))
        file.styles = """
            <w:style w:type="character" w:styleId="h1"><w:rPr><w:vanish/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>
            <w:style w:type="paragraph" w:styleId="h3"><w:rPr><w:vanish/></w:rPr></w:style>
            """
        #expect(try file.paragraphs() == ["见现"])
    }

    @Test func `a text box comes once, behind its paragraph, whichever alternatives the file has`() throws {
        let box = { (content: String) in "<w:txbxContent>\(content)</w:txbxContent>" }
        let body = """
            <w:p>\(r("正文"))<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>\(box(p("框内")))\
            </wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box(p("框内")))</v:textbox>\
            </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(r("继续"))</w:p>
            """
        #expect(try text(body) == ["正文继续", "框内"])
        let old =
            "<w:p><w:r><w:pict><v:shape><v:textbox>\(box(p("旧框") + tbl(tr(tc("1"), tc("2")))))</v:textbox></v:shape></w:pict></w:r></w:p>"
        #expect(try text(old) == ["旧框"])
        #expect(try WordFile(old).rows() == [["1", "2"]])
    }

    @Test func `the alternative for older programs counts where the other has no text`() throws {
        let body = """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:t>替代</w:t>\
            </mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
        #expect(try text(body) == ["替代"])
    }

    @Test func `notes, their marks and phonetic guides are not in the text; formulas and symbols are`() throws {
        let body = """
            <w:p>\(r("数"))<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:ruby><w:rt>\(r("zì"))</w:rt><w:rubyBase>\(r("字"))\
            </w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>\
            <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F001"/></w:r>\
            \(r("软\u{AD}连"))<w:r><w:softHyphen/><w:noBreakHyphen/></w:r></w:p>
            """
        #expect(try text(body) == ["数字12☑□软连-"])
    }

    @Test func `a page that Word takes in when it opens the document is part of it`() throws {
        var file = WordFile(p("前") + "<w:altChunk r:id='r2'/>" + p("后"))
        file.others = [("word/chunk", Array("<html><body><p>中</p></body></html>".utf8))]
        #expect(try file.paragraphs() == ["前", "中", "后"])
        file.others = [("word/chunk", WordFile(p("中")).bytes())]
        #expect(throws: Unreadable.damaged("正文中嵌有没有并入的文件 word/chunk，请用 Word 打开，另存一次")) { try file.blocks() }
    }

    @Test func `headers, footers and notes are apart`() throws {
        var file = WordFile(p("正文"))
        file.others = [("word/header1.xml", Array("<h>页眉</h>".utf8)), ("word/footnotes.xml", Array("<f>注</f>".utf8))]
        #expect(try file.paragraphs() == ["正文"])
    }

    @Test func `a document of pictures is a scan, one of nothing is damaged`() {
        var file = WordFile("<w:p><w:r><w:drawing/></w:r></w:p>")
        #expect(throws: Unreadable.damaged("文件里没有文字")) { try file.blocks() }
        file.others = [("word/media/image1.png", [1, 2, 3])]
        #expect(throws: Unreadable.scanned) { try file.blocks() }
    }

    @Test func `macros beside the text are left aside`() throws {
        var file = WordFile(p("正文"))
        file.others = [
            ("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0]), ("word/vbaData.xml", Array("<v>宏</v>".utf8)),
        ]
        #expect(try file.paragraphs() == ["正文"])
    }

    @Test func `every truncation has an answer`() {
        let bytes = WordFile((0..<200).map { p("第\($0 &* 7919)段，政府信息公开\($0 &* 104_729)件。") }.joined()).bytes()
        for end in stride(from: 4, to: bytes.count, by: 97) {
            #expect(throws: Unreadable.damaged("压缩结构不完整，文件多半没有传完")) {
                try Extractor.extract(Array(bytes.prefix(end)), limits: Limits())
            }
        }
    }
}
