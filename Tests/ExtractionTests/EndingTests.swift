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

    @Test func `what is whole and wrong is not cut off`() {
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
