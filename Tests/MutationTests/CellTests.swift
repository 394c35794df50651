import Documents
import Extraction
import Fixtures
import ReaderInterface
import Reading
import Reports
import Testing

/// A report whose numbers are all different is read with one text of its tables gone, twice or in its neighbour's place.
@Suite("One cell out of order")
struct CellTests {
    /// What happens to a cell.
    private enum Accident: CaseIterable {
        case blanked, removed, doubled, swapped

        func happen(to values: inout [String], at column: Int) {
            switch self {
            case .blanked: values[column] = ""
            case .removed: values.remove(at: column)
            case .doubled: values.insert(values[column], at: column)
            case .swapped: values.swapAt(column, column == 0 ? values.count - 1 : column - 1)
            }
        }
    }

    @Test(arguments: TextLayout.allCases)
    func `leaves every other cell as it was, or unread`(layout: TextLayout) throws {
        for seed in Seeds.of(0..<60) {
            var random = Seeded(seed)
            var sample = SampleReport()
            let touched = Self.disturb(&sample, random.pick(Accident.allCases), &random)
            let complaints = try Self.complaints(sample, layout, touched: touched)
            #expect(complaints.isEmpty, "seed \(seed), \(layout), \(touched)\n\(complaints.joined(separator: "\n"))")
        }
    }

    @Test(arguments: TextLayout.allCases)
    func `that is a label leaves every number as it was, or unread`(layout: TextLayout) throws {
        for seed in Seeds.of(0..<60) {
            var random = Seeded(seed)
            var sample = SampleReport()
            let row = random.pick(RequestRow.allCases)
            let label = random.pick(RequestRow.allCases.map(\.label) + RequestGroup.allCases.map(\.label))
            sample.wording[label] = random.pick(["", label + label, row.label])
            let complaints = try Self.complaints(sample, layout, touched: [])
            let change = "\(label) → \(sample.wording[label] ?? "")"
            #expect(complaints.isEmpty, "seed \(seed), \(layout), \(change)\n\(complaints.joined(separator: "\n"))")
        }
    }

    /// Lets an accident happen to a cell of any table; the places whose numbers it may change.
    private static func disturb(_ sample: inout SampleReport, _ accident: Accident, _ random: inout Seeded) -> Set<
        Place
    > {
        if random.once(in: 3) {
            let block = random.pick(ReviewBlock.allCases)
            accident.happen(to: &sample.review[block, default: []], at: Int.random(in: 0..<5, using: &random))
            return Set(ReviewOutcome.allCases.map { .reviewCell(block, $0) })
        }
        let row = random.pick(RequestRow.allCases)
        accident.happen(to: &sample.requests[row, default: []], at: Int.random(in: 0..<7, using: &random))
        return Set(Applicant.allCases.map { .requestsCell(row, $0) })
    }

    /// Each cell with another number than the sample has there. In a touched row only numbers that stand in it are right.
    private static func complaints(_ sample: SampleReport, _ layout: TextLayout, touched: Set<Place>) throws -> [String]
    {
        let bytes = Array(layout.text(of: sample).utf8)
        let report = try Reader.report(in: Extractor.extract(bytes, limits: Limits()).document)
        let read = counts(in: report)
        let clean = SampleReport()
        return cells(of: clean).compactMap { place, number in
            guard let count = read[place], count != number else { return nil }
            // Swapped cells change places; what stands where is as printed, or nothing.
            if touched.contains(place), cells(of: sample)[place] == count { return nil }
            return "\(place.path): \(count), not \(number)"
        }
    }

    private static func cells(of sample: SampleReport) -> [Place: Int] {
        var cells: [Place: Int] = [:]
        for (row, values) in sample.requests {
            for (column, value) in zip(Applicant.allCases, values) { cells[.requestsCell(row, column)] = Int(value) }
        }
        for (block, values) in sample.review {
            for (column, value) in zip(ReviewOutcome.allCases, values) {
                cells[.reviewCell(block, column)] = Int(value)
            }
        }
        return cells
    }

    private static func counts(in report: Report) -> [Place: Int] {
        var counts: [Place: Int] = [:]
        for row in RequestRow.allCases {
            for (column, cell) in zip(Applicant.allCases, report.requests?[row]?.cells ?? []) {
                counts[.requestsCell(row, column)] = cell.count
            }
        }
        for block in ReviewBlock.allCases {
            for (column, cell) in zip(ReviewOutcome.allCases, report.review?[block]?.cells ?? []) {
                counts[.reviewCell(block, column)] = cell.count
            }
        }
        return counts
    }
}
