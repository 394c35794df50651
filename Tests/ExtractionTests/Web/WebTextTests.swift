import Documents
import Extraction
import Foundation
import ReaderInterface
import Testing

@Suite struct WebTextTests {
    private func text(_ page: String) throws -> [String] {
        try WebFile.blocks(page).compactMap { block in
            guard case .paragraph(let text) = block else { return nil }
            return text
        }
    }

    @Test func `white space is flowed as a browser does, and a line end between Chinese characters is nothing`() throws
    {
        let page = "<html><body><p>  政府信息\r\n公开  <b>2024</b>\nyear\n\n报告</p><p>&nbsp;甲&nbsp;乙<br> 丙</p></body></html>"
        #expect(try text(page) == ["政府信息公开 2024 year 报告", " 甲 乙\n丙"])
    }

    @Test func `raised digits behind a number refer to a note`() throws {
        let page =
            "<p>7<sup>1</sup></p><p>7<sup><a>[2]</a></sup>件</p><p>7<span style='vertical-align: super'>③</span></p><p><sup>12</sup></p>"
        #expect(try text("<html><body>\(page)</body></html>") == ["7", "7件", "7", "12"])
    }

    @Test func `LibreOffice breaks lines only where a space was`() throws {
        let head = "<head><meta name='generator' content='LibreOffice 7.4.7.2 (Linux)'/></head>"
        #expect(try text("<html>\(head)<body><p>结果维持\n结果纠正</p></body></html>") == ["结果维持 结果纠正"])
    }

    @Test func `blocks are lines of their own, text beside them too, entities are characters`() throws {
        let page = "<html><body>前<div>甲&lt;1&gt;</div>中<h2>二、标题</h2><p></p>&#x5E74;&#25253;<hr>后</body></html>"
        #expect(try text(page) == ["前", "甲<1>", "中", "二、标题", "年报", "后"])
    }

    @Test func `preformatted text keeps its lines`() throws {
        #expect(try text("<html><body><pre>一\n  二</pre></body></html>") == ["一\n  二"])
    }

    @Test func `the bytes tell the encoding, whatever the page says of it`() throws {
        let gb = String.Encoding(rawValue: 0x8000_0632)
        for label in ["gb2312", "utf-8", "GBK", "big5", ""] {
            let page = "<html><head><meta charset='\(label)'></head><body><p>洛阳市㙍镇𠮷</p></body></html>"
            #expect(try WebFile.blocks([UInt8](try #require(page.data(using: gb)))) == [.paragraph("洛阳市㙍镇𠮷")])
            #expect(try WebFile.blocks(Array(page.utf8)) == [.paragraph("洛阳市㙍镇𠮷")])
            #expect(try WebFile.blocks([0xEF, 0xBB, 0xBF] + Array(page.utf8)) == [.paragraph("洛阳市㙍镇𠮷")])
            let utf16 = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            #expect(try WebFile.blocks([0xFF, 0xFE] + utf16) == [.paragraph("洛阳市㙍镇𠮷")])
        }
    }

    @Test func `what is not drawn is not read`() throws {
        let page = """
            <html><head><title>题</title><style>p{color:red}</style></head><body><script>var 甲="x</p>";</script>
            <p style="DISPLAY : none">隐</p><p hidden>藏</p><div style="mso-hide:all">密</div><noscript>无</noscript>
            <!--[if gte mso 9]><xml><w:View>普通</w:View></xml><![endif]--><p>见<o:p></o:p></p>
            <div style='mso-element:footnote-list'><p>脚注</p></div></body></html>
            """
        #expect(try text(page) == ["见"])
    }

    @Test func `numbers of lists are drawn, those of Word are in the text already`() throws {
        let page = """
            <html><body><ol style="list-style-type: cjk-ideographic"><li>总体情况<ol><li>甲<li value=5>乙</ol></li><li><p>主动公开</p></li></ol>
            <ol type=A start=3><li>丙</li></ol><ul><li>丁</li></ul><ol style="list-style:none"><li>戊</li></ol>
            <p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>三、</span><![endif]>收到和处理</p></body></html>
            """
        let lines = try text(page)
        #expect(lines == ["一、总体情况", "1. 甲", "5. 乙", "二、主动公开", "C. 丙", "丁", "戊", "三、收到和处理"])
    }

    @Test func `the content is told from what is around it by how its text is spread`() throws {
        let menu = "<ul>\((1...20).map { "<li><a href='/\($0)'>政务公开栏目\($0)</a></li>" }.joined())</ul>"
        let article = (1...12).map { "<p>第\($0)段。本机关认真落实政府信息公开条例，各项工作有序推进，全年没有延误。</p>" }.joined()
        let page = """
            <html><head><title>青岚市水利局2024年政府信息公开工作年度报告_青岚市人民政府</title></head><body>
            <header>\(menu)</header><div class="path">位置：<a href="/">首页</a> > <a href="/g">政务公开</a></div>
            <div class="w"><h1>青岚市水利局2024年政府信息公开工作年度报告</h1><div>发布时间：2025-01-15</div>
            <div id="zoom">\(article)<div>\(menu)</div></div></div><footer>主办：青岚市人民政府办公室</footer></body></html>
            """
        let lines = try text(page)
        #expect(lines.first == "青岚市水利局2024年政府信息公开工作年度报告")
        #expect(lines[1] == "发布时间：2025-01-15")
        #expect(lines.count == 14)
        #expect(lines.last?.hasPrefix("第12段") == true)
    }

    @Test func `a short page is read whole, and what has much of the text is never furniture`() throws {
        #expect(try text("<html><body><nav>甲</nav></body></html>") == ["甲"])
        #expect(try text("<div>甲</div><footer>乙</footer>") == ["甲", "乙"])
        #expect(
            try text("<html><body><p>标题</p><div>\(String(repeating: "正文", count: 50))</div></body></html>").first
                == "标题")
    }

    @Test func `a page of pictures is a scan, an empty one is damaged`() {
        #expect(throws: Unreadable.scanned) { try WebFile.blocks("<html><body><img src='1.png'></body></html>") }
        #expect(throws: Unreadable.damaged("网页里没有文字")) { try WebFile.blocks("<html><body> </body></html>") }
    }

    @Test func `deep, endless and broken pages have an answer`() throws {
        let deep = "<html>" + String(repeating: "<div>", count: 100_000) + "甲"
        #expect(throws: Unreadable.limit(name: "limits.depth", value: 256)) { try WebFile.blocks(deep) }
        let many = "<html><body>" + String(repeating: "<b></b>", count: 2000) + "甲"
        #expect(throws: Unreadable.limit(name: "limits.elements", value: 1000)) {
            try WebFile.blocks(Array(many.utf8), limits: Limits(.elements, 1000))
        }
        let page = Array(
            "<html><body><table><tr><td a='1\u{0}'>甲<![CDATA[<!DOCTYPE x [<!ENTITY y 'z'>]>&y;</td></body>".utf8)
        for end in 6..<page.count { _ = try? WebFile.blocks(Array(page.prefix(end))) }
    }
}
