import Reports

/// Table 3 as the form prints it: 25 rows, four groups, seven columns.
struct RequestsView {
    let counts: [String: [Int?]?]
    let marks: Marks

    var table: TableView {
        TableView(
            id: FormTable.requests.rawValue, caption: "表三　\(Section.requests.title)",
            marks: marks[.table(.requests)]?.findings ?? [],
            widths: [6, 8, 30] + Applicant.allCases.map { _ in 8 }, head: head, body: RequestRow.allCases.map(row),
            foot: foot)
    }

    private var head: [TableView.Row] {
        let balance = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        let corner = TableView.Head(text: balance, columns: 3, rows: 3, scope: "col", style: "corner")
        let people = Applicant.allCases.filter { ![.naturalPerson, .total].contains($0) }
        return [
            TableView.Row(heads: [corner, .init(text: "申请人情况", columns: 7, scope: "colgroup")]),
            TableView.Row(heads: [
                columnHead(.naturalPerson, rows: 2),
                .init(text: "法人或其他组织", columns: people.count, scope: "colgroup"),
                columnHead(.total, rows: 2),
            ]),
            TableView.Row(heads: people.map { columnHead($0, rows: 1) }),
        ]
    }

    private func columnHead(_ column: Applicant, rows: Int) -> TableView.Head {
        TableView.Head(text: column.label, rows: rows, scope: "col").marked(marks[.requestsColumn(column)])
    }

    private func row(_ row: RequestRow) -> TableView.Row {
        var heads: [TableView.Head] = []
        if row == RequestRow.results.first {
            heads.append(.init(text: "三、本年度办理结果", rows: RequestRow.results.count + 1, scope: "rowgroup"))
        }
        if let group = row.group {
            let members = RequestRow.allCases.filter { $0.group == group }
            if row == members.first { heads.append(groupHead(group, rows: members.count)) }
        }
        let isOutside = [.received, .carriedIn, .carriedOut].contains(row)
        let label = TableView.Head(
            text: row.label, columns: row.group != nil ? 1 : isOutside ? 3 : 2)
        return TableView.Row(heads: heads + [label.marked(marks[.requests(row)])], cells: cells(of: row))
    }

    private func groupHead(_ group: RequestGroup, rows: Int) -> TableView.Head {
        TableView.Head(text: group.label, rows: rows, scope: "rowgroup")
            .marked(group == .other ? marks[.undividedOther] : nil)
    }

    private func cells(of row: RequestRow) -> [TableView.Cell] {
        guard let values = counts[row.rawValue] ?? nil else {
            return [.absent(columns: Applicant.allCases.count)]
        }
        return zip(Applicant.allCases, values).map { column, value in
            TableView.Cell(value.map(String.init), marks[.requestsCell(row, column)])
        }
    }

    /// The balance of each column that does not hold, below the table.
    private var foot: [TableView.Row] {
        guard !marks.balances.isEmpty else { return [] }
        let cells = Applicant.allCases.map { column in
            guard let (left, right) = marks.balances[column] else { return TableView.Cell(text: "") }
            return TableView.Cell(text: "\(left) ≠ \(right)", style: "error")
        }
        return [.init(heads: [.init(text: "勾稽校核：一＋二 与 三（七）＋四", columns: 3)], cells: cells)]
    }
}
