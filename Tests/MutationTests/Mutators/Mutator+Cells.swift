import Fixtures
import Reports

extension Mutator {
    static let cells = [
        Mutator("cell-blank", "a cell of table three") { specimen, random in
            let (row, column) = (random.pick(RequestRow.allCases), random.pick(Applicant.allCases))
            specimen.write("", row, column)
            // Behind the page break this row alone has its shape, and no other shows where its numbers begin.
            let isAlone = specimen.layout == .brokenTabs && row == .petition
            guard !specimen.layout.partsCells || isAlone else {
                return Expectation("cell-blank requests/\(row.rawValue)/\(column.rawValue)")
            }
            return untold("requests/\(row.rawValue)")
        },
        Mutator("cell-blank", "a cell of table two") { specimen, random in
            let row = random.pick(DisclosureRow.allCases)
            let column = Int.random(in: row.columns.indices, using: &random)
            specimen.report.disclosure[row]?[column] = ""
            guard !specimen.layout.partsCells else {
                return Expectation("cell-blank disclosure/\(row.rawValue)/\(column + 1)")
            }
            if row.columns.count > 1 { return untold("disclosure/\(row.rawValue)") }
            return Expectation("table-row-missing disclosure/\(row.rawValue)")
        },
        Mutator("cell-blank", "a cell of table four") { specimen, random in
            let block = random.pick(ReviewBlock.allCases)
            let column = Int.random(in: 0..<5, using: &random)
            specimen.report.review[block]?[column] = ""
            guard !specimen.layout.showsBlanksOfReview else {
                return Expectation("cell-blank review/\(block.rawValue)/\(ReviewOutcome.allCases[column].rawValue)")
            }
            return untold("review")
        },
        Mutator("cell-not-number", "a cell of table three") { specimen, random in
            let (row, column) = (random.pick(RequestRow.allCases), random.pick(Applicant.allCases))
            specimen.write(word(specimen.layout, &random), row, column)
            return Expectation("cell-not-number requests/\(row.rawValue)/\(column.rawValue)")
        },
        Mutator("cell-not-number", "a cell of table two") { specimen, random in
            let row = random.pick(DisclosureRow.allCases.filter { $0 != .fees })
            let column = Int.random(in: row.columns.indices, using: &random)
            specimen.report.disclosure[row]?[column] = word(specimen.layout, &random)
            return Expectation("cell-not-number disclosure/\(row.rawValue)/\(column + 1)")
        },
        Mutator("cell-not-number", "a cell of table four") { specimen, random in
            let block = random.pick(ReviewBlock.allCases)
            let column = Int.random(in: 0..<5, using: &random)
            specimen.report.review[block]?[column] = word(specimen.layout, &random)
            return Expectation("cell-not-number review/\(block.rawValue)/\(ReviewOutcome.allCases[column].rawValue)")
        },
    ]

    /// What people write where a number belongs. Where nothing parts the cells, only what is known to stand for one.
    private static func word(_ layout: TextLayout, _ random: inout Seeded) -> String {
        random.pick(["无", "/", "—", "-1", "1.5"] + (layout.partsCells ? ["三", "1O", "5-6", "不详", "1,23"] : []))
    }

    /// A blank that leaves no trace makes its row one that can't be told apart.
    private static func untold(_ place: String) -> Expectation {
        Expectation("table-unreadable \(place)", may: ["table-row-width \(place)"])
    }

    static let sums = [
        Mutator("table3-row-total", "a total one too large") { specimen, random in
            let row = random.pick(RequestRow.allCases)
            specimen.write(String(specimen.figures.total(row) + 1), row, .total)
            return Expectation(
                "table3-row-total requests/\(row.rawValue)",
                may: requestFigures.union(["table3-balance requests/*/total", "table3-results-total requests/*/total"]))
        },
        Mutator("table3-row-total", "a part one too large") { specimen, random in
            let (row, column) = (random.pick(RequestRow.allCases), random.pick(Applicant.parts))
            specimen.write(String(specimen.number(row, column) + 1), row, column)
            let columns = ["table3-balance", "table3-results-total"].map { "\($0) requests/*/\(column.rawValue)" }
            return Expectation(
                must: ["table3-row-total requests/\(row.rawValue)"], may: Set(columns))
        },
        Mutator("table3-balance", "a row of the balance, its total with it") { specimen, random in
            let column = random.pick(Applicant.parts)
            specimen.add(random.pick([1, 9]), random.pick([.received, .carriedIn, .carriedOut]), column)
            return Expectation(must: columns("table3-balance", column), may: requestFigures)
        },
        Mutator("table3-results-total", "a result, its total with it") { specimen, random in
            let column = random.pick(Applicant.parts)
            specimen.add(random.pick([1, 9]), random.pick(RequestRow.results), column)
            return Expectation(must: columns("table3-results-total", column), may: requestFigures)
        },
        Mutator("table3-results-total", "the total of the results") { specimen, random in
            let column = random.pick(Applicant.parts)
            specimen.add(random.pick([1, 9]), .total, column)
            let both = columns("table3-results-total", column).union(columns("table3-balance", column))
            return Expectation(must: both, may: requestFigures)
        },
        Mutator("table4-total", "an outcome one too many") { specimen, random in
            let block = random.pick(ReviewBlock.allCases)
            let column = Int.random(in: 0..<5, using: &random)
            specimen.report.review[block]?[column] = String((specimen.figures.review[block]?[column] ?? 0) + 1)
            return Expectation("table4-total review/\(block.rawValue)", may: reviewFigures)
        },
    ]

    private static func columns(_ rule: String, _ column: Applicant) -> Set<String> {
        ["\(rule) requests/*/\(column.rawValue)", "\(rule) requests/*/total"]
    }

    static let substance = [
        Mutator("rule-making-power", "rules of a body that makes none") { specimen, random in
            guard !specimen.body.mayMakeRules else { return nil }
            specimen.report.disclosure[.rules] = random.pick([["1", "0", "1"], ["0", "2", "0"], ["0", "0", "3"]])
            return Expectation("rule-making-power disclosure/rules")
        },
        Mutator("fee-unit", "Yuan for ten thousand Yuan") { specimen, random in
            specimen.report.disclosure[.fees] = [random.pick(["5125000", "6,204,500.00", "７３０００００"])]
            return Expectation("fee-unit disclosure/fees_10k_yuan")
        },
    ]
}

extension Specimen {
    /// The number of a cell of table 3, as the clean report has it.
    func number(_ row: RequestRow, _ column: Applicant) -> Int {
        figures.requests[row]?[Applicant.allCases.firstIndex(of: column) ?? 0] ?? 0
    }

    /// Writes a text into a cell of table 3.
    mutating func write(_ text: String, _ row: RequestRow, _ column: Applicant) {
        report.requests[row]?[Applicant.allCases.firstIndex(of: column) ?? 0] = text
    }

    /// Adds to a column of a row of table 3 and to its total.
    mutating func add(_ number: Int, _ row: RequestRow, _ column: Applicant) {
        for column in [column, .total] { write(String(self.number(row, column) + number), row, column) }
    }
}
