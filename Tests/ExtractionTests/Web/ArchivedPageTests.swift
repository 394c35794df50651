import Documents
import Extraction
import Foundation
import ReaderInterface
import Testing

@Suite struct ArchivedPageTests {
    private let page = "<html><head><meta charset=gb2312></head><body><p>一、总体情况＝年报</p></body></html>"

    private func blocks(_ message: String) throws -> [Block] {
        let extract = try Extractor.extract(Array(message.utf8), limits: Limits())
        guard extract.format == .mht else { throw Unreadable.format(extract.format) }
        return extract.document.blocks
    }

    private func quoted(_ bytes: [UInt8]) -> String {
        bytes.enumerated().map { index, byte in
            let text =
                byte == 0x3D || byte > 0x7E
                ? "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) : String(UnicodeScalar(byte))
            return text + (index % 20 == 19 ? "=\r\n" : "")
        }.joined()
    }

    private func message(_ encoding: String, _ body: String) -> String {
        """
        From: <Saved by Windows>\r
        Subject: x\r
        MIME-Version: 1.0\r
        Content-Type: multipart/related;\r
        \ttype="text/html"; boundary="----=_Next_01"\r
        \r
        This is a multi-part message.\r
        ------=_Next_01\r
        Content-Type: image/png\r
        Content-Transfer-Encoding: base64\r
        \r
        iVBORw0KGgo=\r
        ------=_Next_01\r
        Content-Type: text/html; charset="gb2312"\r
        Content-Transfer-Encoding: \(encoding)\r
        \r
        \(body)\r
        ------=_Next_01--\r
        """
    }

    @Test func `the page among the parts is read, however it is encoded`() throws {
        let gb = [UInt8](try #require(page.data(using: String.Encoding(rawValue: 0x8000_0632))))
        for bytes in [gb, Array(page.utf8)] {
            #expect(try blocks(message("quoted-printable", quoted(bytes))) == [.paragraph("一、总体情况＝年报")])
            let base64 = Data(bytes).base64EncodedString(options: .lineLength64Characters)
            #expect(try blocks(message("base64", base64)) == [.paragraph("一、总体情况＝年报")])
        }
        #expect(try blocks(message("8bit", page)) == [.paragraph("一、总体情况＝年报")])
    }

    @Test func `a message of one part, and one of parts within parts`() throws {
        #expect(try blocks("MIME-Version: 1.0\nContent-Type: text/html\n\n\(page)") == [.paragraph("一、总体情况＝年报")])
        let inner =
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n文\n--b\nContent-Type: text/html\n\n\(page)\n--b--"
        #expect(
            try blocks("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\(inner)\n--a--\n")
                == [.paragraph("一、总体情况＝年报")])
        #expect(try blocks("Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\n文字") == [.paragraph("文字")])
    }

    @Test func `a message without a page is damaged, and every truncation has an answer`() {
        #expect(throws: Unreadable.damaged("网页归档里没有网页，文件多半没有传完")) {
            try blocks("MIME-Version: 1.0\nContent-Type: image/png\n\nx")
        }
        let whole = message("quoted-printable", quoted(Array(page.utf8)))
        for end in 0..<whole.utf8.count {
            _ = try? Extractor.extract(Array(whole.utf8.prefix(end)), limits: Limits())
        }
    }
}
