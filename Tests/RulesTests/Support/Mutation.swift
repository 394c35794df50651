import Reports

/// One fact of a clean report broken, with what must be found then.
struct Mutation {
    /// What must be found: rule and place.
    var must: Set<String>
    /// Further errors that the same fact may trip.
    var may: Set<String> = []

    /// Breaks one fact of a report.
    static func apply(to report: inout Report, using random: inout Seeded) -> Mutation {
        let mutators: [(inout Report, inout Seeded) -> Mutation] = [
            blank, word, part, rowTotal, outcome, missingRow, joinedRow, wideRow, disclosureCell, section, table,
            misplaced,
            year, day, fees, template,
        ]
        let position = Int.random(in: mutators.indices, using: &random)
        return mutators[position](&report, &random)
    }

    private static func pick<Element>(_ all: [Element], _ random: inout Seeded) -> Element {
        all[Int.random(in: all.indices, using: &random)]
    }

    private static func anyCell(_ random: inout Seeded) -> (RequestRow, Applicant) {
        (pick(RequestRow.allCases, &random), pick(Applicant.allCases, &random))
    }

    private static func blank(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let (row, column) = anyCell(&random)
        report.set(row, column, to: .blank)
        return Mutation(must: ["cell-blank requests/\(row.rawValue)/\(column.rawValue)"])
    }

    private static func word(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let (row, column) = anyCell(&random)
        report.set(row, column, to: .words(pick(["无", "/", "—", "-1", "1.5", "1 2"], &random)))
        return Mutation(must: ["cell-not-number requests/\(row.rawValue)/\(column.rawValue)"])
    }

    /// A cell of the six columns, its total with it: the row holds, the columns do not.
    private static func part(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let (row, column) = (pick(RequestRow.allCases, &random), pick(Applicant.parts, &random))
        report.add(Int.random(in: 1...9, using: &random), to: row, column)
        let balance: Set = ["table3-balance requests/*/\(column.rawValue)", "table3-balance requests/*/total"]
        let results: Set = [
            "table3-results-total requests/*/\(column.rawValue)", "table3-results-total requests/*/total",
        ]
        if row == .total { return Mutation(must: balance.union(results)) }
        return Mutation(must: RequestRow.results.contains(row) ? results : balance)
    }

    private static func rowTotal(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let row = pick(RequestRow.allCases, &random)
        report.set(row, .total, to: .count((report.requests?[row]?.counts?.last ?? 0) + 1))
        return Mutation(
            must: ["table3-row-total requests/\(row.rawValue)"],
            may: ["table3-balance requests/*/total", "table3-results-total requests/*/total"])
    }

    private static func outcome(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let block = pick(ReviewBlock.allCases, &random)
        let position = Int.random(in: ReviewOutcome.allCases.indices, using: &random)
        let number = report.review?[block]?.counts?[position] ?? 0
        report.review?.rows[block]?.cells?[position] = .count(number + 1)
        return Mutation(must: ["table4-total review/\(block.rawValue)"])
    }

    private static func missingRow(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let row = pick(RequestRow.allCases, &random)
        report.requests?.rows[row] = nil
        return Mutation(must: ["table-row-missing requests/\(row.rawValue)"])
    }

    private static func joinedRow(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let row = pick(RequestRow.allCases, &random)
        report.requests?.rows[row]?.cells = nil
        return Mutation(must: ["table-unreadable requests/\(row.rawValue)"])
    }

    private static func wideRow(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let row = pick(RequestRow.allCases, &random)
        report.requests?.rows[row]?.printed = 8
        return Mutation(must: ["table-row-width requests/\(row.rawValue)"])
    }

    private static func disclosureCell(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let row = pick(DisclosureRow.allCases, &random)
        let column = Int.random(in: row.columns.indices, using: &random)
        report.disclosure?.rows[row]?.cells?[column] = .blank
        return Mutation(must: ["cell-blank disclosure/\(row.rawValue)/\(column + 1)"])
    }

    private static func section(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let section = pick(Section.allCases, &random)
        report.headings.removeAll { $0.section == section }
        return Mutation(must: ["section-missing section/\(section.rawValue)"])
    }

    private static func table(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        report.review = nil
        return Mutation(must: ["table-missing review"])
    }

    private static func misplaced(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        report.requests?.section = pick([.overview, .disclosure, .review, .problems, .other], &random)
        return Mutation(must: ["table-misplaced requests"])
    }

    private static func year(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        report.title?.year = pick([2021, 2022, 2023, 2025], &random)
        return Mutation(must: ["year-mismatch title"])
    }

    private static func day(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        report.period?.last.month = Int.random(in: 1...11, using: &random)
        return Mutation(must: ["period period"])
    }

    private static func fees(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        report.write("本年度没有其他需要报告的事项。", in: .other)
        return Mutation(must: ["fee-statement-missing section/6"])
    }

    private static func template(_ report: inout Report, _ random: inout Seeded) -> Mutation {
        let section = pick(Section.allCases, &random)
        report.passages[section, default: []].append("必要文字表述。")
        return Mutation(must: ["placeholder-left section/\(section.rawValue)"])
    }
}
