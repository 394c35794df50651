import Documents
import Extraction
import Fixtures
import ReaderInterface
import Testing

/// What single pages say, and what is no report at all.
@Suite struct PDFExtractionTests {
    private func document(_ marks: [DrawnDocument.Mark], turns: Int = 0) throws -> [Block] {
        var drawn = DrawnDocument()
        marks.forEach { drawn.draw($0) }
        var writer = PDFWriter()
        writer.turns = turns
        return try Extractor.extract(writer.bytes(drawn), limits: Limits()).document.blocks
    }

    private func text(_ text: String, _ x: Double, _ y: Double, _ size: Double = 12) -> DrawnDocument.Mark {
        .text(text, x: x, y: y, size: size)
    }

    /// Two rows of three columns, with texts in the cells.
    private func table(_ texts: [DrawnDocument.Mark]) throws -> [[String]] {
        let lines = [100.0, 140, 180].map { DrawnDocument.Mark.line(fromX: 80, fromY: $0, toX: 380, toY: $0) }
        let sides = [80.0, 180, 280, 380].map { DrawnDocument.Mark.line(fromX: $0, fromY: 100, toX: $0, toY: 180) }
        for case .table(let table) in try document(lines + sides + texts) { return table.rows.map { $0.map(\.text) } }
        return []
    }

    @Test func `digits with a space between stay words, and never become two cells`() throws {
        #expect(try table([text("1 0", 90, 120), text("7", 190, 120)]) == [["1 0", "7", ""], ["", "", ""]])
        #expect(try table([text("1", 90, 120), text("0", 97.5, 120)])[0] == ["10", "", ""])
        #expect(try table([text("1", 90, 120), text("0", 120, 120)])[0] == ["1 0", "", ""])
    }

    @Test func `two numbers one under another with room beside them are two`() throws {
        #expect(try table([text("12", 90, 115), text("34", 90, 130)])[0] == ["12\n34", "", ""])
        #expect(try table([text("12345678901234", 90, 115), text("56", 90, 130)])[0] == ["1234567890123456", "", ""])
    }

    @Test func `a number that runs over its border stays whole`() throws {
        #expect(try table([text("12345678", 142, 120)])[0] == ["12345678", "", ""])
        #expect(try table([text("12", 167, 120), text("34", 181, 120)])[0] == ["12", "34", ""])
    }

    @Test func `text turned on the page, and on a page that is shown turned, is read upright`() throws {
        #expect(try document([.text("年度报告", x: 100, y: 100, size: 12, angle: 90)]) == [.paragraph("年度报告")])
        #expect(try document([.text("年度报告", x: 100, y: 300, size: 12, angle: -90)]) == [.paragraph("年度报告")])
        #expect(try document([text("年度报告", 100, 100)], turns: 1) == [.paragraph("年度报告")])
    }

    @Test func `letters drawn apart are one word`() throws {
        #expect(try document([.text("政策解读情况", x: 80, y: 100, size: 12, spacing: 9)]) == [.paragraph("政策解读情况")])
    }

    @Test func `what is drawn twice counts once, what nobody sees does not count`() throws {
        let marks: [DrawnDocument.Mark] = [
            text("年度报告", 80, 100), text("年度报告", 80.4, 100.3),
            .text("看不见", x: 80, y: 200, size: 12, isInvisible: true), .text("白字", x: 80, y: 250, size: 12, gray: 1),
            .text("仅供参考", x: 150, y: 500, size: 60, angle: -45, gray: 0.8),
            text("出界", 80, 900),
        ]
        #expect(try document(marks) == [.paragraph("年度报告")])
    }

    @Test func `white letters on a coloured ground are seen`() throws {
        let ground = DrawnDocument.Mark.fill(left: 70, top: 80, right: 300, bottom: 120, gray: 0.2)
        #expect(try document([ground, .text("白字", x: 80, y: 100, size: 12, gray: 1)]) == [.paragraph("白字")])
    }

    @Test func `a frame around text is no table`() throws {
        let sides: [DrawnDocument.Mark] = [
            .line(fromX: 50, fromY: 50, toX: 500, toY: 50), .line(fromX: 50, fromY: 200, toX: 500, toY: 200),
            .line(fromX: 50, fromY: 50, toX: 50, toY: 200), .line(fromX: 500, fromY: 50, toX: 500, toY: 200),
        ]
        #expect(try document(sides + [text("年度报告", 80, 100)]) == [.paragraph("年度报告")])
    }

    @Test func `pages that are pictures are scans, also with invisible text or a title page`() throws {
        let scan = DrawnDocument.Mark.image(left: 0, top: 0, right: 595, bottom: 842)
        #expect(throws: Unreadable.scanned) { try document([scan]) }
        #expect(throws: Unreadable.scanned) {
            try document([scan, .text("识别出的文字", x: 80, y: 100, size: 12, isInvisible: true)])
        }
        var drawn = DrawnDocument()
        drawn.draw(text("青岚市水利局2024年政府信息公开工作年度报告", 80, 100))
        drawn.pages.append([scan])
        #expect(throws: Unreadable.scanned) { try Extractor.extract(PDFWriter().bytes(drawn), limits: Limits()) }
    }

    @Test func `a font that does not say its characters is a reason, not rubbish`() throws {
        var drawn = DrawnDocument()
        drawn.draw(text("\u{E001}\u{E002}\u{E003}\u{E004}年度报告", 80, 100))
        var writer = PDFWriter()
        writer.namesCharacters = false
        #expect {
            try Extractor.extract(writer.bytes(drawn), limits: Limits())
        } throws: { error in
            if case .damaged(let seen)? = error as? Unreadable { seen.contains("没有注明") } else { false }
        }
    }
}
