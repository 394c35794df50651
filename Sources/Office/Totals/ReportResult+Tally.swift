package import Reports

extension ReportResult {
    /// The numbers of the three tables.
    package var tally: Tally {
        var tally = Tally()
        for place in Tally.places { tally[place] = number(at: place) }
        return tally
    }

    private func number(at place: Place) -> ExactDecimal? {
        switch place {
        case .disclosureCell(let row, let column): disclosure?.number(row, column)
        case .requestsCell(let row, let column):
            Self.number(requests?[row.rawValue] ?? nil, Applicant.allCases.firstIndex(of: column))
        case .reviewCell(let block, let outcome):
            Self.number(review?[block.rawValue] ?? nil, ReviewOutcome.allCases.firstIndex(of: outcome))
        default: nil
        }
    }

    private static func number(_ cells: [Int?]?, _ column: Int?) -> ExactDecimal? {
        guard let cells, let column, cells.indices.contains(column) else { return nil }
        return cells[column].flatMap { ExactDecimal($0) }
    }
}

extension DisclosureFigures {
    /// The number in a cell of table 2.
    fileprivate func number(_ row: DisclosureRow, _ column: Int) -> ExactDecimal? {
        guard let digits = digits(of: row), digits.indices.contains(column) else { return nil }
        return digits[column].flatMap { ExactDecimal($0) }
    }
}
