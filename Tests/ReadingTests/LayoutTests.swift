import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Testing

@Suite struct LayoutTests {
    private func read(_ report: SampleReport, as layout: TextLayout) throws -> Report {
        let text = layout.text(of: report)
        let extract = try Extractor.extract(Array(text.utf8), limits: Limits())
        return try Reader.report(in: extract.document)
    }

    private func number(_ text: String) -> Cell {
        let digits = text.filter { $0 != "," }
        return digits.contains(".") ? .amount(digits) : Int(digits).map(Cell.count) ?? .blank
    }

    @Test(arguments: TextLayout.allCases)
    func `every number stands in its cell`(layout: TextLayout) throws {
        let sample = SampleReport()
        let report = try read(sample, as: layout)
        for row in DisclosureRow.allCases {
            #expect(report.disclosure?[row]?.cells == sample.disclosure[row]?.map(number), "\(row)")
        }
        for row in RequestRow.allCases {
            #expect(report.requests?[row]?.cells == sample.requests[row]?.map(number), "\(row)")
            #expect(report.requests?[row]?.wording == .official, "\(row)")
            #expect(report.requests?[row]?.printed == 7, "\(row)")
        }
        for block in ReviewBlock.allCases {
            #expect(report.review?[block]?.cells == sample.review[block]?.map(number), "\(block)")
        }
        #expect(report.undividedOther == nil)
        #expect(report.outdatedLabels == [])
    }

    @Test(arguments: TextLayout.allCases)
    func `headings, title and prose are found, and no row of a table is among them`(layout: TextLayout) throws {
        let sample = SampleReport()
        let report = try read(sample, as: layout)
        #expect(report.headings.map(\.title) == Section.allCases.map(\.title))
        #expect(report.headings.map(\.marker) == Section.allCases.map { "\($0.numeral)、" })
        #expect(report.title == Title(text: sample.title, year: 2024, agency: sample.agency))
        #expect(report.agency == sample.agency)
        #expect(report.year == 2024)
        #expect(report.signature == sample.agency)
        for section in Section.allCases where section != .other {
            #expect(report.passages[section] ?? [] == sample.passages[section], "\(section)")
        }
        for table in FormTable.allCases { #expect(report.sectionHolding(table) == table.section) }
    }

    @Test(arguments: [TextLayout.tabs, .bars, .cellLines, .markdown, .brokenTabs])
    func `a blank cell stays blank and moves nothing`(layout: TextLayout) throws {
        var sample = SampleReport()
        for column in 0..<7 {
            sample.requests[.granted]?[column] = ""
            sample.requests[.notHeld]?[column] = ""
            let report = try read(sample, as: layout)
            #expect(report.requests?[.granted]?.cells == sample.requests[.granted]?.map(number))
            #expect(report.requests?[.notHeld]?.cells == sample.requests[.notHeld]?.map(number))
            sample = SampleReport()
        }
    }

    @Test(arguments: ["无", "—", "/", "-3", "1.5", "三", "1-2", "O"], [TextLayout.tabs, .cellLines, .vertical])
    func `words where a number belongs are kept as words`(words: String, layout: TextLayout) throws {
        var sample = SampleReport()
        sample.requests[.repeated]?[1] = words
        let row = try read(sample, as: layout).requests?[.repeated]
        if let cells = row?.cells { #expect(cells[1] == .words(words)) }
        // A line of its own that is no number ends a row of single lines: then nothing is guessed.
        #expect(row?.cells != nil || layout == .vertical)
    }

    @Test(arguments: [TextLayout.tabs, .bars, .cellLines, .markdown, .spaces, .vertical])
    func `a row that lacks a value is not laid over the columns by guess`(layout: TextLayout) throws {
        for row in [RequestRow.received, .granted, .thirdPartyRights, .total, .carriedOut] {
            for column in 0..<7 {
                var sample = SampleReport()
                sample.requests[row]?.remove(at: column)
                let read = try read(sample, as: layout).requests?[row]
                #expect(read != nil && read?.cells == nil, "\(row) without value \(column)")
                #expect(read?.printed == 6)
            }
        }
    }

    @Test(arguments: TextLayout.allCases)
    func `numbers run together are not taken apart`(layout: TextLayout) throws {
        var sample = SampleReport()
        sample.requests[.petition] = [sample.requests[.petition]?.joined() ?? ""]
        let row = try read(sample, as: layout).requests?[.petition]
        #expect(row != nil && row?.cells == nil)
    }

    @Test(arguments: TextLayout.allCases)
    func `a number too many is taken only where all are equal`(layout: TextLayout) throws {
        var sample = SampleReport()
        sample.requests[.publication] = Array(repeating: "0", count: 8)
        sample.requests[.excessive]?.append("5")
        let requests = try read(sample, as: layout).requests
        #expect(requests?[.publication]?.cells == Array(repeating: .count(0), count: 7))
        #expect(requests?[.publication]?.printed == 8)
        #expect(requests?[.excessive]?.cells == nil)
        #expect(requests?[.excessive]?.printed == 8)
    }
}
