import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite("Whether bytes end where a file of their format ends") struct EndingTests {
    private static let files = [
        "known.docx", "known.xlsx", "known.ofd", "known.odt", "known.doc", "known.pdf", "locked.pdf", "known.html",
        "known-libreoffice.html", "known.mht", "known.rtf",
    ]

    @Test(arguments: files + ["known.txt", "known.md", "known-bars.txt"])
    func `a whole file is whole`(name: String) throws {
        let bytes = try KnownReport.bytes(of: name)
        #expect(!Format(sniffing: bytes).isCutOff(bytes))
        #expect(!Format.endsInZeros(bytes))
    }

    @Test(arguments: files, [10, 30, 50, 70, 90, 98])
    func `its beginning is cut off`(name: String, percent: Int) throws {
        let bytes = try KnownReport.bytes(of: name)
        let beginning = Array(bytes.prefix(bytes.count * percent / 100))
        #expect(Format(sniffing: beginning).isCutOff(beginning))
    }

    /// As Explorer writes: the full size first.
    @Test(arguments: files + ["known.txt", "known.md"], [0, 10, 50, 90])
    func `its beginning in a file of its full size is cut off`(name: String, percent: Int) throws {
        var bytes = try KnownReport.bytes(of: name)
        for place in bytes.count * percent / 100..<bytes.count { bytes[place] = 0 }
        #expect(Format(sniffing: bytes).isCutOff(bytes) || Format.endsInZeros(bytes))
    }

    @Test func `a text that ends inside a character is cut off`() {
        let bytes = Array("青岛".utf8)
        #expect(Format.txt.isCutOff(Array(bytes.dropLast())))
        #expect(!Format.txt.isCutOff(bytes))
        #expect(!Format.txt.isCutOff(Array("abc".utf8)))
        // The first byte of a character in another encoding.
        #expect(!Format.txt.isCutOff([0xC7, 0xE0, 0xB5, 0xBA, 0xC7]))
    }

    /// An archive may hold others as they are, each with an end of its own.
    @Test(arguments: ["known.docx", "known.xlsx", "known.ofd"])
    func `an archive that breaks off behind one that lies in it is cut off`(name: String) throws {
        let inner = try KnownReport.bytes(of: name)
        let header: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array(repeating: 1, count: 40)
        let beginning = header + inner
        #expect(Format.zip.isCutOff(beginning))
        #expect(Format.zip.isCutOff(beginning + header))
    }

    @Test func `an archive of nothing is whole`() {
        #expect(!Format.zip.isCutOff([0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)))
    }

    @Test func `a document that breaks off behind a brace is cut off`() throws {
        let bytes = try KnownReport.bytes(of: "known.rtf")
        let braces = bytes.indices.dropLast(3).filter { bytes[$0] == UInt8(ascii: "}") }
        for place in stride(from: 0, to: braces.count, by: max(1, braces.count / 20)) {
            #expect(Format.rtf.isCutOff(Array(bytes[...braces[place]])))
        }
        #expect(!Format.rtf.isCutOff(Array(#"{\rtf1 a \{ b \\\} {c}}"#.utf8)))
    }

    @Test(arguments: ["<table><tr><td>1</td></tr>", "<table></table><table><tr><td>", "<p>一</p><p sty", "<TABLE><TR>"])
    func `a part of a page that ends inside a table or a tag is cut off`(text: String) {
        #expect(Format.html.isCutOff(Array(text.utf8)))
    }

    @Test func `a sector of zeros amid bytes that are no format is still to come`() {
        let piece = [UInt8](repeating: 0x41, count: 512)
        let hole = [UInt8](repeating: 0, count: 512)
        #expect(Format.unknown.isCutOff(piece + hole + piece))
        #expect(!Format.unknown.isCutOff(piece + hole.dropLast() + piece))
        #expect(Format.hasHole(piece + hole + piece))
        #expect(!Format.hasHole(piece + piece))
    }

    @Test func `a sector of zeros is enough where the bytes are damaged`() {
        let bytes: [UInt8] = [1] + Array(repeating: 0, count: 600)
        #expect(Format.endsInZeros(bytes, isDamaged: true))
        #expect(!Format.endsInZeros(bytes))
    }

    @Test func `what is whole and wrong is not cut off`() {
        #expect(!Format.html.isCutOff(Array("<table><tr><td>1</td></tr></table><p>完</p>".utf8)))
        #expect(!Format.html.isCutOff(Array("<table><tr><td>1</td></tr></table>".utf8)))
        #expect(!Format.image.isCutOff([0xFF, 0xD8, 0xFF, 0, 0, 0, 0, 0, 0xFF, 0xD9]))
        #expect(
            !Format.pdf.isCutOff(
                Array("%PDF-1.4\n1 0 obj\nstartxref\n9\n%%EOF".utf8) + Array(repeating: 0, count: 5000)))
        #expect(!Format.unknown.isCutOff([0, 1, 2, 3]))
        #expect(!Format.unknown.isCutOff([]))
    }

    /// Numbers that nobody wrote in good faith.
    @Test(arguments: [Format.docx, .doc, .pdf, .html, .mht, .txt, .unknown])
    func `bytes that mean nothing have an answer`(format: Format) {
        var random = Seeded(2024)
        for length in stride(from: 0, to: 3000, by: 7) {
            var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            for mark in ["%%EOF", "startxref 99999999999999999999999", "PK\u{5}\u{6}", "boundary="] where length > 40 {
                let place = Int.random(in: 0..<length, using: &random)
                bytes.replaceSubrange(place..<place, with: mark.utf8)
            }
            _ = format.isCutOff(bytes)
        }
    }
}
