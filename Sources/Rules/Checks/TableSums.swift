import Reports

/// The identities between the cells of the tables.
///
/// A sum is undecided, and no finding, while one of its cells is no number, its row is absent or its width is not the form's:
/// the row or the cell has a finding of its own then, and the sum may well be right.
enum TableSums {
    /// Left rows against right rows, in each column of table 3.
    static func balance(left: [RequestRow], right: [RequestRow], in report: Report) -> [Hit] {
        guard let table = report.requests else { return [] }
        return Applicant.allCases.compactMap { column in
            guard let leftSum = sum(of: left.map { table[$0] }, in: column),
                let rightSum = sum(of: right.map { table[$0] }, in: column), leftSum != rightSum
            else { return nil }
            return Hit(
                at: .requestsColumn(column), excerpt: excerpt((left + right).map { table[$0] }),
                facts: ["left": .number(leftSum), "right": .number(rightSum)])
        }
    }

    /// The six columns against the total, in each row of table 3.
    static func requestsRowTotals(in report: Report) -> [Hit] {
        guard let table = report.requests else { return [] }
        let rows =
            RequestRow.allCases.map { (Place.requests($0), table[$0]) } + [(.undividedOther, report.undividedOther)]
        return rows.compactMap { place, row in total(of: row, columns: Applicant.allCases.count, at: place) }
    }

    /// The 21 result rows against （七）总计, in each column of table 3. 其他处理 undivided counts for its three rows.
    static func requestsResultTotals(in report: Report) -> [Hit] {
        guard let table = report.requests, let total = table[.total] else { return [] }
        let undivided = report.undividedOther
        let rows =
            RequestRow.results.filter { undivided == nil || $0.group != .other }.map { table[$0] }
            + (undivided == nil ? [] : [undivided])
        return Applicant.allCases.compactMap { column in
            guard let sum = sum(of: rows, in: column), let stated = count(in: total, column), sum != stated else {
                return nil
            }
            let shown = rows.filter { count(in: $0, column) != 0 }
            return Hit(
                at: .requestsColumn(column), excerpt: excerpt(shown + [total]),
                facts: ["stated": .number(stated), "sum": .number(sum)])
        }
    }

    /// The four outcomes against the total, in each block of table 4.
    static func reviewTotals(in report: Report) -> [Hit] {
        ReviewBlock.allCases.compactMap { block in
            total(of: report.review?[block], columns: ReviewOutcome.allCases.count, at: .review(block))
        }
    }

    /// A row whose last cell is not the sum of the others.
    private static func total(of row: PrintedRow?, columns: Int, at place: Place) -> Hit? {
        guard let row, row.printed == columns, let counts = row.counts, counts.count == columns,
            let stated = counts.last, let sum = Count.sum(counts.dropLast()), sum != stated
        else { return nil }
        return Hit(at: place, excerpt: row.excerpt[...], facts: ["stated": .number(stated), "sum": .number(sum)])
    }

    private static func sum(of rows: [PrintedRow?], in column: Applicant) -> Int? {
        Count.sum(rows.map { count(in: $0, column) })
    }

    private static func count(in row: PrintedRow?, _ column: Applicant) -> Int? {
        guard let row, let cells = row.cells, row.printed == Applicant.allCases.count, cells.count == row.printed,
            let position = Applicant.allCases.firstIndex(of: column)
        else { return nil }
        return cells[position].count
    }

    private static func excerpt(_ rows: [PrintedRow?]) -> Substring {
        Excerpt.lines(rows.compactMap { $0?.excerpt })
    }
}
