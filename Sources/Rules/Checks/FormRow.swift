import Reports

/// A row that the form prescribes, with what the report prints in its place.
struct FormRow {
    let at: Place
    let table: FormTable
    /// The label as the form has it, group included.
    let label: String
    /// The cells of the row, in the order of the form.
    let columns: [Place]
    /// `nil` where the report has no such row.
    let printed: PrintedRow?

    /// The rows of the tables that are there, in the order of the form.
    static func all(in report: Report) -> [FormRow] {
        let other = report.undividedOther.map(undividedOther)
        return disclosure(in: report) + requests(in: report) + [other].compactMap { $0 } + review(in: report)
    }

    /// How many values stand in the printed row: the blocks of table 4 share one, where they could not be told apart.
    var printedColumns: Int {
        table == .review && printed?.cells == nil ? columns.count * table.rows.count : columns.count
    }

    /// A hit for a row that is not there. Where （六）其他处理 stands undivided, its rows are missing there.
    func missing(in report: Report) -> Hit? {
        guard printed == nil else { return nil }
        guard case .requests(let row) = at, row.group == .other, report.undividedOther != nil else {
            return Hit(at: at, words: ["label": label])
        }
        return Hit(at: .undividedOther, part: at, words: ["label": row.label])
    }

    /// A hit for each cell that has the property.
    func cellHits(where property: (Cell, FormRow) -> Bool) -> [Hit] {
        guard let printed, let cells = printed.cells else { return [] }
        return zip(cells, columns).filter { cell, _ in property(cell, self) }.map { cell, place in
            Hit(at: place, excerpt: printed.excerpt[...], facts: ["found": .text(cell.quoted)])
        }
    }

    private static func disclosure(in report: Report) -> [FormRow] {
        guard let table = report.disclosure else { return [] }
        return DisclosureRow.allCases.map { row in
            FormRow(
                at: .disclosure(row), table: .disclosure, label: row.label,
                columns: row.columns.indices.map { .disclosureCell(row, column: $0) }, printed: table[row])
        }
    }

    private static func requests(in report: Report) -> [FormRow] {
        guard let table = report.requests else { return [] }
        return RequestRow.allCases.map { row in
            FormRow(
                at: .requests(row), table: .requests, label: row.fullLabel,
                columns: Applicant.allCases.map { .requestsCell(row, $0) }, printed: table[row])
        }
    }

    /// （六）其他处理 as one row. A place of a single cell of it is not in the form: its cells stand under the row.
    private static func undividedOther(_ printed: PrintedRow) -> FormRow {
        FormRow(
            at: .undividedOther, table: .requests, label: RequestGroup.other.label,
            columns: Applicant.allCases.map { _ in .undividedOther }, printed: printed)
    }

    private static func review(in report: Report) -> [FormRow] {
        guard let table = report.review else { return [] }
        return ReviewBlock.allCases.map { block in
            FormRow(
                at: .review(block), table: .review, label: block.label,
                columns: ReviewOutcome.allCases.map { .reviewCell(block, $0) }, printed: table[block])
        }
    }
}
