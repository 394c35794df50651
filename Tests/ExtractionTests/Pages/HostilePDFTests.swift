import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

@Suite struct HostilePDFTests {
    @Test func `a PDF that ends too early gets an answer wherever it ends`() throws {
        let bytes = PDFWriter().bytes(FormPages(.strokes).draw(SampleReport()))
        #expect(bytes.count > 20_000)
        for end in stride(from: 1000, to: bytes.count, by: 1000) {
            // An answer is a document or a reason; neither a crash nor another error.
            do throws(Unreadable) { _ = try Extractor.extract(Array(bytes[..<end]), limits: Limits()) } catch {}
        }
        #expect(throws: Unreadable.self) { try Extractor.extract(Array(bytes[..<1000]), limits: Limits()) }
    }

    @Test func `a loop in the tree of pages ends`() {
        let bytes = PDFWriter.file([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>",
        ])
        #expect(throws: Unreadable.self) { try Extractor.extract(bytes, limits: Limits()) }
    }

    @Test func `a claim of many pages is held against the limit`() {
        let bytes = PDFWriter.file([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2000000000 /Kids [] >>",
        ])
        #expect(throws: Unreadable.self) { try Extractor.extract(bytes, limits: Limits()) }
    }

    @Test func `pages, marks and cells are limited`() {
        var drawn = DrawnDocument()
        drawn.pages = Array(repeating: [.text("报告", x: 80, y: 100, size: 12)], count: 4)
        #expect(throws: Unreadable.limit(name: "limits.pages", value: 3)) {
            try Extractor.extract(PDFWriter().bytes(drawn), limits: Limits(.pages, 3))
        }
        #expect(throws: Unreadable.limit(name: "limits.marks_per_page", value: 1)) {
            try Extractor.extract(PDFWriter().bytes(drawn), limits: Limits(.marksPerPage, 1))
        }
        let form = PDFWriter().bytes(FormPages(.strokes).draw(SampleReport()))
        #expect(throws: Unreadable.limit(name: "limits.cells", value: 100)) {
            try Extractor.extract(form, limits: Limits(.cells, 100))
        }
    }

    // Comparing every line with every other would take hours.
    @Test func `many lines, far places and odd numbers come to an end`() throws {
        var random = Seeded(1)
        var drawn = DrawnDocument()
        drawn.draw(.text("报告", x: 80, y: 100, size: 12))
        drawn.draw(.text("远", x: 1e30, y: -1e30, size: 1e20))
        for _ in 0..<60_000 {
            let x = Double.random(in: 0...595, using: &random)
            let y = Double.random(in: 0...842, using: &random)
            drawn.draw(.line(fromX: x, fromY: y, toX: random.once(in: 2) ? x : x + 20, toY: y + 15))
        }
        do throws(Unreadable) { _ = try Extractor.extract(PDFWriter().bytes(drawn), limits: Limits()) } catch {}
    }

    @Test func `a script in the file is not run and not minded`() throws {
        var drawn = DrawnDocument()
        drawn.draw(.text("年度报告", x: 80, y: 100, size: 12))
        var writer = PDFWriter()
        writer.catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
        let document = try Extractor.extract(writer.bytes(drawn), limits: Limits()).document
        #expect(document.blocks == [.paragraph("年度报告")])
    }
}
