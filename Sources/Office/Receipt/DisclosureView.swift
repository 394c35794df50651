import Reports

/// Table 2 as the form prints it: the items of article 20, each with its own heads.
struct DisclosureView {
    let figures: DisclosureFigures
    let marks: Marks

    var table: TableView {
        let items: [(item: String, rows: [DisclosureRow])] = [
            ("第二十条第（一）项", [.rules, .normativeDocuments]),
            ("第二十条第（五）项", [.licensing]),
            ("第二十条第（六）项", [.penalties, .coercion]),
            ("第二十条第（八）项", [.fees]),
        ]
        return TableView(
            id: FormTable.disclosure.rawValue, caption: "表二　\(Section.disclosure.title)",
            marks: marks[.table(.disclosure)]?.findings ?? [],
            body: items.flatMap { block($0.item, $0.rows) })
    }

    private func block(_ item: String, _ rows: [DisclosureRow]) -> [TableView.Row] {
        let columns = rows.first?.columns ?? []
        let heads = columns.map { TableView.Head(text: $0, columns: 3 / columns.count, scope: "col") }
        return [
            TableView.Row(heads: [.init(text: item, columns: 4, scope: "colgroup")]),
            TableView.Row(heads: [.init(text: "信息内容", scope: "col")] + heads),
        ] + rows.map(row)
    }

    private func row(_ row: DisclosureRow) -> TableView.Row {
        let head = TableView.Head(text: row.label).marked(marks[.disclosure(row)])
        guard let values = figures.digits(of: row) else {
            return .init(heads: [head], cells: [.absent(columns: 3)])
        }
        let cells = values.enumerated().map { index, value in
            TableView.Cell(value, marks[.disclosureCell(row, column: index)], columns: 3 / values.count)
        }
        return .init(heads: [head], cells: cells)
    }
}

extension DisclosureFigures {
    /// The numbers of a row as digits; `nil` for a row of documents that is absent.
    func digits(of row: DisclosureRow) -> [String?]? {
        switch row {
        case .rules: rules?.map { $0.map(String.init) }
        case .normativeDocuments: normativeDocuments?.map { $0.map(String.init) }
        case .licensing: [licensing.map(String.init)]
        case .penalties: [penalties.map(String.init)]
        case .coercion: [coercion.map(String.init)]
        case .fees: [fees]
        }
    }
}
