extension Place {
    /// The table in which the place is, if it is in one.
    package var table: FormTable? {
        switch self {
        case .file, .title, .period, .section: nil
        case .table(let table): table
        case .disclosure, .disclosureCell: .disclosure
        case .requests, .undividedOther, .requestsColumn, .requestsCell: .requests
        case .review, .reviewCell: .review
        }
    }

    /// The row or block in which a cell stands; a row itself; `nil` for what is in no row.
    package var row: Place? {
        switch self {
        case .file, .title, .period, .section, .table, .requestsColumn: nil
        case .disclosure, .requests, .undividedOther, .review: self
        case .disclosureCell(let row, _): .disclosure(row)
        case .requestsCell(let row, _): .requests(row)
        case .reviewCell(let block, _): .review(block)
        }
    }

    /// The cells of a row, in the order of the form; empty for any other place.
    package var cells: [Place] {
        switch self {
        case .disclosure(let row): Tally.places(of: row)
        case .requests(let row): Tally.places(of: row)
        case .review(let block): Tally.places(of: block)
        default: []
        }
    }

    /// The words that name a row in its table.
    package var rowLabel: String? {
        switch self {
        case .disclosure(let row): row.label
        case .requests(let row): row.fullLabel
        case .undividedOther: RequestGroup.other.label
        case .review(let block): block.label
        default: nil
        }
    }

    /// The place by its path below another one, `business` in `requests/granted`; the whole path where it is not below it.
    package func path(below other: Place) -> String {
        let prefix = other.path + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}

extension FormTable {
    /// The rows or blocks, in the order of the form.
    package var rows: [Place] {
        switch self {
        case .disclosure: DisclosureRow.allCases.map(Place.disclosure)
        case .requests: RequestRow.allCases.map(Place.requests)
        case .review: ReviewBlock.allCases.map(Place.review)
        }
    }
}
