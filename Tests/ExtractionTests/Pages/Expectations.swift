import Fixtures
import Reports
import Testing

/// Expects every cell of a report to be as the sample has it.
func expectEqual(_ report: Report, _ sample: SampleReport, sourceLocation: SourceLocation = #_sourceLocation) {
    for row in DisclosureRow.allCases {
        #expect(
            report.disclosure?[row]?.cells == sample.disclosure[row]?.map(cell), "\(row)",
            sourceLocation: sourceLocation)
    }
    for row in RequestRow.allCases {
        #expect(
            report.requests?[row]?.cells == sample.requests[row]?.map(cell), "\(row)", sourceLocation: sourceLocation)
        #expect(report.requests?[row]?.wording == .official, "\(row)", sourceLocation: sourceLocation)
    }
    for block in ReviewBlock.allCases {
        #expect(
            report.review?[block]?.cells == sample.review[block]?.map(cell), "\(block)", sourceLocation: sourceLocation)
    }
    #expect(report.headings.map(\.title) == Section.allCases.map(\.title), sourceLocation: sourceLocation)
    #expect(report.title?.agency == sample.agency, sourceLocation: sourceLocation)
    for section in Section.allCases where section != .other {
        #expect(
            report.passages[section] ?? [] == sample.passages[section], "\(section)", sourceLocation: sourceLocation)
    }
}

/// Expects that no row says anything but what the sample has: cells that can't be told apart are no cells.
func expectNothingElse(_ report: Report, _ sample: SampleReport, sourceLocation: SourceLocation = #_sourceLocation) {
    for row in DisclosureRow.allCases {
        guard let cells = report.disclosure?[row]?.cells else { continue }
        #expect(cells == sample.disclosure[row]?.map(cell), "\(row)", sourceLocation: sourceLocation)
    }
    for row in RequestRow.allCases {
        guard let cells = report.requests?[row]?.cells else { continue }
        #expect(cells == sample.requests[row]?.map(cell), "\(row)", sourceLocation: sourceLocation)
    }
    for block in ReviewBlock.allCases {
        guard let cells = report.review?[block]?.cells else { continue }
        #expect(cells == sample.review[block]?.map(cell), "\(block)", sourceLocation: sourceLocation)
    }
}

private func cell(_ text: String) -> Cell {
    let digits = text.filter { $0 != "," }
    return digits.contains(".") ? .amount(digits) : Int(digits).map(Cell.count) ?? .blank
}
