import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite("A password on a PDF")
struct PasswordTests {
    private func extract(_ file: String) throws -> Extract {
        try Extractor.extract(KnownReport.bytes(of: file), limits: Limits())
    }

    @Test func `that one needs to open it is a reason`() {
        #expect(throws: Unreadable.encrypted) { try extract("locked.pdf") }
    }

    @Test func `that only forbids copying does not keep it from being read`() throws {
        #expect(try extract("no-copying.pdf").document.blocks == [.paragraph("Annual report 2024")])
    }
}
