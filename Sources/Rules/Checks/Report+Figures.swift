import Reports

extension Report {
    /// The 总计 of a row of table 3.
    func requestTotal(_ row: RequestRow) -> Int? {
        requests?[row].flatMap(total)
    }

    /// The 总计 of a group of rows of table 3; 其他处理 undivided counts for its three rows.
    func requestTotal(_ group: RequestGroup) -> Int? {
        if group == .other, let undividedOther { return total(of: undividedOther) }
        return Count.sum(RequestRow.allCases.filter { $0.group == group }.map { requestTotal($0) })
    }

    /// All requests in hand in the year: received and carried in.
    var requestsUndertaken: Int? { Count.sum([requestTotal(.received), requestTotal(.carriedIn)]) }

    /// The cases of blocks of table 4, all of them or those that ended in a way.
    func cases(_ blocks: [ReviewBlock], endedBy outcome: ReviewOutcome = .total) -> Int? {
        let column = ReviewOutcome.allCases.firstIndex(of: outcome)
        return Count.sum(
            blocks.map { block in
                guard let column, let cells = review?[block]?.cells, cells.indices.contains(column) else { return nil }
                return cells[column].count
            })
    }

    /// A column of 行政规范性文件.
    func documents(_ column: Int) -> Int? {
        disclosure?[.normativeDocuments]?.cells.flatMap { $0.indices.contains(column) ? $0[column].count : nil }
    }

    /// The decisions of a row of table 2.
    func decisions(_ row: DisclosureRow) -> Int? { disclosure?[row]?.cells?.first?.count }

    private func total(of row: PrintedRow) -> Int? { row.cells?.last?.count }
}
