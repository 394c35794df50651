import Documents
import Extraction
import Fixtures
import Foundation
import ReaderInterface
import Reading
import Reports
import Rules
import Testing

/// The form drawn on pages in many ways, read back cell by cell.
@Suite struct FormPagesTests {
    private func read(_ pages: FormPages, _ sample: SampleReport) throws -> Report {
        let bytes = PDFWriter().bytes(pages.draw(sample))
        let extract = try Extractor.extract(bytes, limits: Limits())
        #expect(extract.format == .pdf)
        return try Reader.report(in: extract.document)
    }

    private static let ruled: [FormPages.Rules] = [
        .strokes, .fills, .cellByCell, .dashes, .double, .openSides,
    ]

    @Test(arguments: ruled)
    func `every number stands in its cell`(rules: FormPages.Rules) throws {
        let sample = SampleReport()
        expectEqual(try read(FormPages(rules), sample), sample)
    }

    @Test(arguments: ruled, 0..<8)
    func `numbers of any length, zeros and blank cells stay in their cells`(rules: FormPages.Rules, seed: Int) throws {
        var random = Seeded(seed)
        let sample = SampleReport.random(&random, blanks: true)
        var pages = FormPages(rules)
        pages.bottom = Double.random(in: 500...780, using: &random)
        pages.size = random.pick([7.5, 9, 10.5])
        pages.hasPageNumbers = random.once(in: 2)
        pages.hasRunningHead = random.once(in: 2)
        expectEqual(try read(pages, sample), sample)
    }

    @Test(arguments: [FormPages.Rules.strokes, .fills])
    func `digits one under another in a narrow column are one number`(rules: FormPages.Rules) throws {
        let sample = SampleReport()
        var pages = FormPages(rules)
        pages.numberWidth = 20
        expectEqual(try read(pages, sample), sample)
    }

    @Test(arguments: [FormPages.Rules.horizontal, .vertical, .none], 0..<12)
    func `without lines of one kind a number stands in its cell or in none`(
        rules: FormPages.Rules, seed: Int
    ) throws {
        var random = Seeded(seed)
        let sample = SampleReport.random(&random, blanks: seed.isMultiple(of: 2))
        var pages = FormPages(rules)
        pages.bottom = Double.random(in: 500...780, using: &random)
        expectNothingElse(try read(pages, sample), sample)
    }

    @Test(arguments: [FormPages.Rules.horizontal, .vertical, .none])
    func `without lines of one kind most rows are read`(rules: FormPages.Rules) throws {
        let sample = SampleReport()
        let report = try read(FormPages(rules), sample)
        expectNothingElse(report, sample)
        #expect(RequestRow.allCases.count { report.requests?[$0]?.cells != nil } > 18)
        #expect(ReviewBlock.allCases.allSatisfy { report.review?[$0]?.cells != nil })
        // Lines between columns that rows without any interrupt make no table.
        if rules != .vertical {
            #expect(DisclosureRow.allCases.allSatisfy { report.disclosure?[$0]?.cells != nil })
        }
    }

    @Test func `digits drawn apart without a space are one number`() throws {
        let sample = SampleReport()
        var pages = FormPages(.strokes)
        pages.digitSpacing = 2
        pages.numberWidth = 40
        expectEqual(try read(pages, sample), sample)
    }

    /// A line of the title that nearly fills the page, over text of which each paragraph is one line.
    @Test(arguments: 1...10)
    func `a long title is no part of the heading below it`(letters: Int) throws {
        var sample = SampleReport()
        sample.agency = "青岚市" + String("海洋渔业和自然资源保护服务中心办公".prefix(letters)) + "局"
        sample.ownPassages = Dictionary(
            uniqueKeysWithValues: Section.allCases.map { ($0, ["本节所述情况见上表，没有其他需要说明的事项。"]) })
        let report = try read(FormPages(.strokes), sample)
        #expect(report.title?.text == sample.title)
        #expect(report.headings.map(\.section) == sample.order)
    }

    /// Where pages end: every line of the tables is the last of a page in one of them.
    private static let ends = Array(stride(from: 540.0, through: 780, by: 12))

    @Test(arguments: [FormPages.Rules.strokes, .cellByCell], ends)
    func `rows that a page cuts are whole again`(rules: FormPages.Rules, bottom: Double) throws {
        let sample = SampleReport()
        expectEqual(try read(FormPages(cutAt: bottom, rules), sample), sample)
    }

    /// As many of the ends of a page as a run may take: all of them, or a fixed sample.
    private static let sweep = Array(
        stride(from: 400.0, through: 780, by: ProcessInfo.processInfo.environment["NIANBAO_SWEEP"] == nil ? 38 : 1))

    @Test(arguments: ruled, sweep)
    func `rows that an OFD page cuts are whole again, and nothing accuses them`(
        rules: FormPages.Rules, bottom: Double
    ) throws {
        let sample = SampleReport()
        let bytes = OFDWriter().bytes(FormPages(cutAt: bottom, rules).draw(sample))
        let report = try Reader.report(in: try Extractor.extract(bytes, limits: Limits()).document)
        expectEqual(report, sample)
        #expect(Rulebook.findings(in: report, under: Policy()).map(\.message) == [])
    }

    @Test(arguments: [FormPages.Rules.horizontal, .vertical, .none], ends)
    func `of rows that a page cuts no number is read as another, without lines of one kind`(
        rules: FormPages.Rules, bottom: Double
    ) throws {
        let sample = SampleReport()
        let drawn = FormPages(cutAt: bottom, rules).draw(sample)
        expectNothingElse(try read(FormPages(cutAt: bottom, rules), sample), sample)
        let bytes = OFDWriter().bytes(drawn)
        expectNothingElse(try Reader.report(in: try Extractor.extract(bytes, limits: Limits()).document), sample)
    }

    @Test(arguments: [FormPages.Rules.horizontal, .vertical, .none], sweep)
    func `rows that an OFD page cuts accuse nobody, without lines of one kind`(
        rules: FormPages.Rules, bottom: Double
    ) throws {
        let sample = SampleReport()
        let bytes = OFDWriter().bytes(FormPages(cutAt: bottom, rules).draw(sample))
        let report = try Reader.report(in: try Extractor.extract(bytes, limits: Limits()).document)
        expectNothingElse(report, sample)
        let findings = Rulebook.findings(in: report, under: Policy())
        #expect(findings.filter { $0.severity == .error && $0.rule != "table-unreadable" }.map(\.message) == [])
    }
}

extension FormPages {
    /// Pages with numbers and labels over several lines, and their ends in the middle of rows.
    fileprivate init(cutAt bottom: Double, _ rules: Rules) {
        self.init(rules)
        self.bottom = bottom
        splitsRows = true
        numberWidth = 20
        size = 10.5
        hasPageNumbers = true
    }
}
