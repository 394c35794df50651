import Documents
import ReaderInterface
import Testing

@testable import Extraction

@Suite struct XMLParserTests {
    private func root(_ text: String, limits: Limits = Limits()) throws -> XMLElement {
        try XMLParser.root(of: Array(text.utf8), named: "a.xml", limits: limits)
    }

    @Test func `names are told by their namespace, not by prefix, and strict is the same as transitional`() throws {
        for uri in [
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ] {
            let document = try root("<x:p xmlns:x='\(uri)' x:val='1' plain='2'><x:r>甲</x:r><r>乙</r><x:r>丙</x:r></x:p>")
            #expect(document.is(.word, "p"))
            #expect(document["val"] == "1")
            #expect(document["plain"] == "2")
            #expect(document.children("r").map(\.text) == ["甲", "丙"])
            #expect(document.text == "甲乙丙")
        }
    }

    @Test func `an attribute of another namespace is not mistaken for one of the element`() throws {
        let element = try root(
            """
            <sheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r:id="rId1" id="7"
              xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>
            """)
        #expect(element["id"] == "7")
        #expect(element[.reference, "id"] == "rId1")
    }

    @Test func `elements that are left out leave what is around them, and count`() throws {
        let text = "<a>甲<b>乙<c>丙<b>丁</b></c></b>戊<c/>己</a>"
        func root(_ limits: Limits) throws -> XMLElement {
            try XMLParser.root(
                of: Array(text.utf8), named: "a.xml", limits: limits, leavingOut: [XMLName(.none, "b")])
        }
        #expect(try root(Limits()).text == "甲戊己")
        #expect(try root(Limits()).children("c").count == 1)
        #expect(throws: Limits(.elements, 4).reached(.elements)) { try root(Limits(.elements, 4)) }
        #expect(throws: Limits(.depth, 3).reached(.depth)) { try root(Limits(.depth, 3)) }
    }

    @Test func `text is kept as it is: references, CDATA, white space, long pieces`() throws {
        let long = String(repeating: "政府信息公开", count: 50_000)
        let element = try root("<a> &lt;&#x5E74;<![CDATA[<b>&]]><b> </b>\(long)</a>")
        #expect(element.text == " <年<b>& \(long)")
    }

    @Test func `other encodings are read as they are declared`() throws {
        let utf16: [UInt8] =
            [0xFF, 0xFE]
            + "<?xml version='1.0' encoding='UTF-16'?><a>年报</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try XMLParser.root(of: utf16, named: "a.xml", limits: Limits()).text == "年报")
    }

    @Test(arguments: ["", "   ", "<a>", "<a></b>", "<a/><b/>", "<a>&nothing;</a>", "文字", "<a b='1' b='2'/>"])
    func `what is no whole XML is damaged`(text: String) {
        #expect(throws: Unreadable.damaged("其中的 a.xml 不是完整的 XML")) { try root(text) }
    }

    @Test func `a document type declaration is refused where it begins: bombs and files of others come by it`() {
        let refused = Unreadable.damaged("其中的 XML 带有文档类型声明（DOCTYPE），办公软件不会这样写")
        let laughs = (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()
        for declaration in [
            "<!DOCTYPE a [<!ENTITY l0 'ha'>\(laughs)]>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>", "<!DOCTYPE a [<!ENTITY % p '%p;'> %p;]>",
        ] {
            #expect(throws: refused) { try root("<?xml version='1.0'?>\(declaration)<a>&l9;&x;</a>") }
        }
    }

    @Test func `depth and elements are limited, and a deep file does not end the process`() {
        let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(throws: Unreadable.limit(name: "limits.depth", value: 256)) { try root(deep) }
        #expect(throws: Unreadable.limit(name: "limits.elements", value: 1000)) {
            try root("<a>" + String(repeating: "<b/>", count: 1000) + "</a>", limits: Limits(.elements, 1000))
        }
    }

    @Test func `a limit on depth over that of the library holds as well`() throws {
        let deep = String(repeating: "<a>", count: 900) + String(repeating: "</a>", count: 900)
        #expect(try root(deep, limits: Limits(.depth, 1000)).descendants("a").count == 899)
    }
}
