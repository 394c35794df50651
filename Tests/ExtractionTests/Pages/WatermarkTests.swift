import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Testing

/// Large words over the pages of a report: no letter of them is read, and all else is.
@Suite struct WatermarkTests {
    private static let words = ["公开", "样稿", "内部资料", "青岚市水利局"]
    private static let looks = [(size: 26.0, gray: 0.7), (40, 0.0), (60, 0.4), (90, 0.7), (90, 0.0)]

    private func read(_ bytes: [UInt8]) throws -> Report {
        try Reader.report(in: Extractor.extract(bytes, limits: Limits()).document)
    }

    @Test(arguments: words, looks.indices)
    func `no letter gets into a cell or a title, no row is parted`(word: String, look: Int) throws {
        let sample = SampleReport()
        for (isTiled, isUnderText) in [(false, false), (false, true), (true, false), (true, true)] {
            for angle in [0.0, -30] {
                var watermark = DrawnWatermark(word)
                (watermark.size, watermark.gray) = Self.looks[look]
                (watermark.isTiled, watermark.isUnderText, watermark.angle) = (isTiled, isUnderText, angle)
                let drawn = FormPages(.strokes).draw(sample).marked(watermark)
                expectEqual(try read(PDFWriter().bytes(drawn)), sample)
                expectEqual(try read(OFDWriter().bytes(drawn)), sample)
            }
        }
    }

    @Test(arguments: [FormPages.Rules.horizontal, .none, .cellByCell], [false, true])
    func `nor in tables with few lines`(rules: FormPages.Rules, isTiled: Bool) throws {
        let sample = SampleReport()
        var watermark = DrawnWatermark("内部资料")
        watermark.isTiled = isTiled
        let plain = FormPages(rules).draw(sample)
        for bytes in [PDFWriter().bytes, OFDWriter().bytes] {
            #expect(try read(bytes(plain.marked(watermark))) == read(bytes(plain)))
        }
    }

    @Test func `on a cover it is known from the pages behind`() throws {
        let sample = SampleReport()
        var drawn = FormPages(.strokes).draw(sample)
        drawn.pages.insert([.text(sample.title, x: 60, y: 300, size: 18)], at: 0)
        for isUnderText in [false, true] {
            var watermark = DrawnWatermark("样稿")
            watermark.isUnderText = isUnderText
            let report = try read(PDFWriter().bytes(drawn.marked(watermark)))
            #expect(report.title?.agency == sample.agency)
            #expect(!report.passages.values.joined().contains { $0.contains("样稿") })
        }
    }

    @Test(arguments: [26.0, 36])
    func `a large title stays, also over a pale pattern of small words`(size: Double) throws {
        var sample = SampleReport()
        sample.head = []
        var drawn = FormPages(.strokes).draw(sample)
        for (line, text) in ["青岚市水利局", "2024年政府信息", "公开工作年度报告"].enumerated() {
            drawn.pages[0].insert(.text(text, x: 72, y: 40 + Double(line) * size * 1.3, size: size), at: line)
        }
        // The text begins below the title.
        drawn.pages.insert(Array(drawn.pages[0].prefix(3)), at: 0)
        drawn.pages[1].removeFirst(3)
        var pattern = DrawnWatermark("内部资料")
        (pattern.size, pattern.gray, pattern.isTiled, pattern.isUnderText) = (12, 0.8, true, true)
        #expect(try read(PDFWriter().bytes(drawn)).title?.agency == sample.agency)
        #expect(try read(PDFWriter().bytes(drawn.marked(DrawnWatermark("公开")))).title?.agency == sample.agency)
        let blocks = try Extractor.extract(PDFWriter().bytes(drawn.marked(pattern)), limits: Limits()).document.blocks
        #expect(blocks.contains { if case .paragraph(let text) = $0 { text.contains("青岚市水利局") } else { false } })
    }
}
