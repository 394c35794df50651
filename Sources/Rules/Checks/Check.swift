import Reports

/// How a rule looks for what it finds. Where a rule is data, its shape is a case of its own.
enum Check {
    /// Two sums of rows that must agree, in each column of table 3.
    case balance(left: [RequestRow], right: [RequestRow])
    /// Table 3: the six columns and the total, in each row.
    case requestsRowTotals
    /// Table 3: the result rows and their total, in each column.
    case requestsResultTotals
    /// Table 4: the four outcomes and the total, in each block.
    case reviewTotals
    /// A row of the form that is not there, of every table that is.
    case missingRows
    /// A property of a row of the form, of every table that is there.
    case rows(@Sendable (FormRow) -> Hit?)
    /// A property of a cell, of every row that could be read.
    case cells(@Sendable (Cell, FormRow) -> Bool)
    /// Numbers in sentences against the cells of a table.
    case figures([Figure])
    /// Words that do not belong into a report.
    case phrases(@Sendable (Passage) -> [Substring])
    /// A question about the report as a whole.
    case report(@Sendable (Report) -> [Hit])
    /// A question about the report together with what else is known.
    case known(@Sendable (Report, Context) -> [Hit])
    /// Found before there is a report, by what reads the file, or after it, by what keeps the ledger.
    case elsewhere

    /// Every place of the report where the check finds something.
    func hits(in report: Report, knowing context: Context) -> [Hit] {
        switch self {
        case .balance(let left, let right): TableSums.balance(left: left, right: right, in: report)
        case .requestsRowTotals: TableSums.requestsRowTotals(in: report)
        case .requestsResultTotals: TableSums.requestsResultTotals(in: report)
        case .reviewTotals: TableSums.reviewTotals(in: report)
        case .missingRows: FormRow.all(in: report).compactMap { $0.missing(in: report) }
        case .rows(let property): FormRow.all(in: report).compactMap(property)
        case .cells(let property): FormRow.all(in: report).flatMap { $0.cellHits(where: property) }
        case .figures(let figures): figures.flatMap { $0.hits(in: report) }
        case .phrases(let search): Passage.all(in: report).flatMap { $0.hits(search) }
        case .report(let question): question(report)
        case .known(let question): question(report, context)
        case .elsewhere: []
        }
    }
}
