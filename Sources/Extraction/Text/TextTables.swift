import Documents

/// Puts the lines of a text together into blocks: rows that follow each other are one table.
struct TextTables {
    private(set) var cells = 0
    private var blocks: [Block] = []
    private var rows: [[String]] = []
    /// The row that is being gathered, a cell a line; `nil` between rows.
    private var openRow: [String]?

    mutating func take(_ line: TextLine) {
        switch line {
        case .empty: closeRow()
        case .rule: break
        case .cell(let text): openRow = (openRow ?? []) + [text]
        case .row(let cells):
            closeRow()
            rows.append(cells)
        case .paragraph(let text): takeParagraph(text)
        }
    }

    /// All blocks. A table that was being gathered is closed.
    mutating func finish() -> [Block] {
        closeTable()
        return blocks
    }

    /// A line without a tab right under a cell is the cell's next line.
    private mutating func takeParagraph(_ text: String) {
        if let last = openRow?.indices.last {
            openRow?[last] += "\n" + text
        } else {
            closeTable()
            blocks.append(.paragraph(text))
        }
    }

    private mutating func closeRow() {
        guard let row = openRow else { return }
        rows.append(row)
        openRow = nil
    }

    private mutating func closeTable() {
        closeRow()
        guard !rows.isEmpty else { return }
        cells += rows.reduce(0) { $0 + $1.count }
        blocks.append(.table(Table(rows: rows.map { $0.map { Table.Cell($0) } })))
        rows = []
    }
}
