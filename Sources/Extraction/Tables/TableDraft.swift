import Documents
import ReaderInterface

/// A table while it is read: its cells hold whatever a file lets them hold, other tables included.
///
/// Writers of documents and web pages also use tables to lay out a page. What such a table holds are the paragraphs and
/// tables of the page, one after another. It is told by what is in it: one cell or one column, or tables that have more cells
/// than itself. In any other table a table within a cell is a part of the cell's text.
struct TableDraft {
    struct Cell {
        var blocks: [Block] = []
        var columnSpan = 1
        var rowSpan = 1
    }

    /// The most columns that a cell may span, as the standard for web pages has it; no more are to be found in earnest.
    static let widestSpan = 1000

    var rows: [[Cell]] = []

    /// The table as one, or, where it is layout only, what is in it.
    func blocks(_ allowance: inout Allowance) throws(Unreadable) -> [Block] {
        let cells = rows.joined()
        let inner = cells.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.cellCount } }
        if inner > cells.count || rows.allSatisfy({ $0.count <= 1 }) { return cells.flatMap(\.blocks) }
        var table = Table(rows: [])
        for (index, row) in rows.enumerated() {
            var finished: [Table.Cell] = []
            for cell in row {
                let columns = min(max(1, cell.columnSpan), TableDraft.widestSpan)
                let height = min(max(1, cell.rowSpan), rows.count - index)
                try allowance.takeCell(columns: columns, rows: height)
                finished.append(Table.Cell(cell.blocks.text, columnSpan: columns, rowSpan: height))
            }
            table.rows.append(finished)
        }
        return [.table(table)]
    }
}

extension Block {
    fileprivate var cellCount: Int {
        guard case .table(let table) = self else { return 0 }
        return table.rows.reduce(0) { $0 + $1.count }
    }
}

extension [Block] {
    /// The text of a cell: a line a paragraph, and a line a row of a table within it.
    var text: String {
        flatMap { block in
            switch block {
            case .paragraph(let text): [text]
            case .table(let table): table.rows.map { $0.map(\.text).joined(separator: "\t") }
            }
        }.joined(separator: "\n")
    }
}
