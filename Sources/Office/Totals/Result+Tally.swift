package import Reports

extension Result {
    /// The numbers of the three tables.
    package var tally: Tally {
        var tally = Tally()
        for place in Tally.places { tally[place] = digits(at: place).flatMap { ExactDecimal($0) } }
        return tally
    }

    private func digits(at place: Place) -> String? {
        switch place {
        case .disclosureCell(let row, let column): disclosure?.digits(of: row)?.element(column)
        case .requestsCell(let row, let column):
            count(requests, row.rawValue, Applicant.allCases.firstIndex(of: column))
        case .reviewCell(let block, let outcome):
            count(review, block.rawValue, ReviewOutcome.allCases.firstIndex(of: outcome))
        default: nil
        }
    }

    private func count(_ table: [String: [Int?]?]?, _ row: String, _ column: Int?) -> String? {
        guard let cells = table?[row] ?? nil, let column else { return nil }
        return cells.map { $0.map(String.init) }.element(column)
    }
}

extension [String?] {
    /// The element of an index; `nil` also where there is none.
    fileprivate func element(_ index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}
