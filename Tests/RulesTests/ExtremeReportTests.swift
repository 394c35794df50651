import Reports
import Rules
import Testing

/// Numbers at the end of what can be counted, and beyond it: a report made by hand may hold any.
@Suite struct ExtremeReportTests {
    private static let numbers = [0, 1, Count.bounds.upperBound, Int.max, Int.min, -1]

    @Test(arguments: numbers)
    func `no number in the tables ends the program`(number: Int) {
        var (report, context) = (Report.filled(with: .count(number)), Context())
        report.statements = Statement.Matter.allCases.flatMap { matter in
            (0..<3).map { _ in
                Statement(
                    matter: matter, number: number, unit: "件", time: .reportYear, scope: .unmarked, sentence: "一句话。",
                    section: .requests)
            }
        }
        report.breakdowns = [
            Breakdown(total: number, parts: [number, number], unit: "件", sentence: "一句话。", section: .overview)
        ]
        report.rates = [Rate(percent: "9e9999", part: number, whole: number, sentence: "一句话。", section: .requests)]
        report.year = number
        context.previous = EarlierReport(
            year: number, carriedOut: [.business: number], inForce: [.rules: number, .normativeDocuments: 7])
        var tally = Tally()
        for place in Tally.places { tally[place] = ExactDecimal(number) }
        context.aggregate = Aggregate(tally: tally, reports: 1)
        #expect(!Rulebook.findings(in: report, knowing: context).isEmpty)
    }

    @Test func `the largest counts add up`() {
        let largest = Count.bounds.upperBound
        let findings = Rulebook.findings(in: .filled(with: .count(largest)))
        let sums = findings.filter { $0.rule == "table3-results-total" }.compactMap { $0.facts["sum"] }
        #expect(sums == Array(repeating: .number(21 * largest), count: Applicant.allCases.count))
    }
}

extension Report {
    /// The clean report with one thing in every cell of its tables.
    static func filled(with cell: Cell) -> Report {
        var report = Report.clean
        report.disclosure?.fill(with: cell)
        report.requests?.fill(with: cell)
        report.review?.fill(with: cell)
        return report
    }
}

extension PrintedTable {
    fileprivate mutating func fill(with cell: Cell) {
        rows = rows.mapValues { row in
            var row = row
            row.cells = row.cells.map { $0.map { _ in cell } }
            return row
        }
    }
}
