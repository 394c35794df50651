import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Rules
import Testing

@Suite("The known report")
struct KnownReportTests {
    /// Files whose text has no positions: each paragraph is there as it was written.
    private static let flowing = [
        "known.txt", "known-bars.txt", "known-cells.txt", "known.md", "known.docx", "known.doc", "known.odt",
        "known.rtf",
        "known.xlsx",
        "known.html",
        "known.mht", "known-libreoffice.html",
    ]
    /// Files that only say where on a page each letter stands.
    private static let drawn = ["known.pdf", "known.ofd"]

    private func report(_ file: String) throws -> Report {
        let extract = try Extractor.extract(try KnownReport.bytes(of: file), limits: Limits())
        return try Reader.report(in: extract.document)
    }

    private func digits(_ rows: [some RawRepresentable<String>: PrintedRow]?) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: (rows ?? [:]).map { row in
                (row.key.rawValue, (row.value.cells ?? []).map { $0.digits ?? $0.quoted })
            })
    }

    @Test(arguments: flowing + drawn)
    func `is read cell for cell from every format`(file: String) throws {
        let expected = try KnownReport.expected()
        let report = try report(file)
        #expect(report.title?.text == expected.title)
        #expect(report.agency == expected.agency)
        #expect(report.signature == expected.agency)
        #expect(report.year == expected.year)
        let titles = report.headings.map { "\($0.section.rawValue) \($0.marker)\($0.title)" }
        #expect(
            titles
                == Section.allCases.map {
                    "\($0.rawValue) \($0.numeral)、\(expected.sections["\($0.rawValue)"] ?? "")"
                })
        #expect(digits(report.disclosure?.rows) == expected.disclosure.mapValues(\.digits))
        #expect(digits(report.requests?.rows) == expected.requests.mapValues(\.digits))
        #expect(digits(report.review?.rows) == expected.review.mapValues(\.digits))
        #expect(FormTable.allCases.allSatisfy { report.sectionHolding($0) == $0.section })
    }

    @Test(arguments: flowing + drawn)
    func `keeps every rule in every format`(file: String) throws {
        let report = try report(file)
        #expect(Rulebook.findings(in: report, under: Policy()).map(\.message) == [])
    }

    @Test(arguments: flowing)
    func `has the same paragraphs in every format whose text flows`(file: String) throws {
        let passages = try report(file).passages
        let written = try report("known.txt").passages
        #expect(passages == written)
    }
}
