import Documents
import Extraction
import Foundation
import ReaderInterface
import Testing

@Suite struct TextExtractionTests {
    private let text = "青岚市水利局年度报告\n第二行𠮷"

    private func document(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Document {
        try Extractor.extract(bytes, limits: limits).document
    }

    private var expected: Document { Document(blocks: [.paragraph("青岚市水利局年度报告"), .paragraph("第二行𠮷")]) }

    @Test func `UTF-8 with and without its mark`() throws {
        #expect(try document(Array(text.utf8)) == expected)
        #expect(try document([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    }

    @Test func `UTF-16 in both orders, with and without its mark`() throws {
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try document([0xFF, 0xFE] + little) == expected)
        #expect(try document([0xFE, 0xFF] + big) == expected)
        #expect(try document(little) == expected)
        #expect(try document(big) == expected)
    }

    @Test func `GB18030 with its four-byte characters`() throws {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let bytes = [UInt8](try #require(text.data(using: encoding)))
        #expect(try document(bytes) == expected)
        #expect(Array(bytes.suffix(4)) == [0x95, 0x32, 0xB4, 0x39] || bytes.count > 20)
    }

    @Test func `line ends of every custom`() throws {
        #expect(try document(Array("甲\r\n乙\r丙\u{2028}丁\u{0C}戊".utf8)).blocks.count == 5)
    }

    @Test func `an empty file and one of white space are damaged`() {
        #expect(throws: Unreadable.damaged("文件是空的，一个字节也没有")) { try document([]) }
        #expect(throws: Unreadable.damaged("文件里只有空白，没有文字")) { try document(Array(" \n\t\n".utf8)) }
    }

    @Test func `bytes that are no text are not taken for text`() {
        #expect(throws: Unreadable.format(.unknown)) { try document([0x00, 0x01, 0x02, 0xFF, 0x00, 0x07]) }
        #expect(throws: Unreadable.self) { try document(Array("报告".utf8) + [0xFF, 0xFF, 0x80]) }
    }

    @Test(arguments: [
        ("%PDF-1.7", Format.pdf), ("PK\u{3}\u{4}", .zip), ("{\\rtf1", .rtf), ("<!DOCTYPE html><html>", .html),
        ("GIF89a", .image), ("MIME-Version: 1.0\n", .mht), ("PK\u{3}\u{4}…word/document.xml…", .docx),
        ("PK\u{3}\u{4}…xl/workbook.xml…", .xlsx), ("PK\u{3}\u{4}…OFD.xml…", .ofd),
    ])
    func `a format is told by content`(head: String, format: Format) {
        #expect(Format(sniffing: Array(head.utf8)) == format)
    }

    @Test func `limits are named when they are hit`() {
        let bytes = Array(text.utf8)
        #expect(throws: Unreadable.limit(name: "limits.file_size", value: 10)) {
            try document(bytes, limits: Limits(.fileSize, 10))
        }
        #expect(throws: Unreadable.limit(name: "limits.characters", value: 5)) {
            try document(bytes, limits: Limits(.characters, 5))
        }
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 3)) {
            try document(Array("1\t2\t3\t4".utf8), limits: Limits(.cells, 3))
        }
    }
}
