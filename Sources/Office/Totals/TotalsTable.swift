import Reports

/// The totals as a table for WPS and Excel: a line a cell of the form, a column an agency.
package enum TotalsTable {
    /// The text of `totals-2024.csv`.
    package static func csv(for totals: Totals) -> String {
        let head = ["表", "行", "栏", "合计"] + totals.included.map(\.agency)
        let lines = Tally.places.lazy.map { place in
            place.labels + [totals.tally[place]?.digits ?? ""]
                + totals.included.map { $0.tally[place]?.digits ?? "" }
        }
        return CSV.text(head: head, rows: lines)
    }
}

extension Place {
    /// The table, the row and the column of a cell.
    var labels: [String] {
        switch self {
        case .disclosureCell(let row, let column): [FormTable.disclosure.name, row.label, row.columns[column]]
        case .requestsCell(let row, let column): [FormTable.requests.name, row.fullLabel, column.label]
        case .reviewCell(let block, let outcome): [FormTable.review.name, block.label, outcome.label]
        default: [description, "", ""]
        }
    }
}
