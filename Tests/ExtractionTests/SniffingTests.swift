import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct SniffingTests {
    @Test(arguments: [
        "<html>", "\u{FEFF}<html>", " \r\n<!DOCTYPE  HTML PUBLIC>", "<?xml version='1.0'?>\n<!DOCTYPE html><html/>",
        "<!-- saved --><!-- twice --><div>片段", "<table><tr><td>1", "<p>甲", "<META charset=gbk>",
    ])
    func `a page of HTML begins with one of its tags`(text: String) {
        #expect(Format(sniffing: Array(text.utf8)) == .html)
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(Format(sniffing: [0xFF, 0xFE] + utf16) == .html)
    }

    @Test(arguments: [
        "网页以 <html> 开头，<!doctype html> 也可以", "<政府信息公开>年度报告", "<pre", "<!-- 没有完", "说明：\nMIME-Version: 1.0", "Note: x",
    ])
    func `text that speaks of HTML is text`(text: String) {
        #expect(Format(sniffing: Array(text.utf8)) == .txt)
    }

    @Test func `other XML is not read as text`() {
        #expect(Format(sniffing: Array("<?xml version='1.0'?><w:wordDocument/>".utf8)) == .unknown)
    }

    @Test func `an archive is what its members make it, whatever else is in it`() {
        #expect(Format(sniffing: PackageBuilder(["WORD\\Document.xml": "<a/>"]).bytes()) == .docx)
        #expect(
            Format(sniffing: PackageBuilder(["xl/workbook.xml": "<a/>", "word/document.xml.bak": ""]).bytes()) == .xlsx)
        #expect(Format(sniffing: PackageBuilder(["ofd.xml": "<a/>"]).bytes()) == .ofd)
        #expect(Format(sniffing: PackageBuilder(["说明/word/document.xml 的说明.txt": "x"]).bytes()) == .zip)
        #expect(Format(sniffing: PackageBuilder(["ppt/presentation.xml": "<a/>"]).bytes()) == .unknown)
        #expect(Format(sniffing: PackageBuilder(["META-INF/manifest.xml": "<a/>"]).bytes()) == .unknown)
    }
}
