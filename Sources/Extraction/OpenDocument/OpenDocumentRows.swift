import Documents

/// Lays the cells of an OpenDocument table out, row by row.
struct OpenDocumentRows {
    struct Cell {
        var blocks: [Block] = []
        var columnSpan: Int
        var rowSpan: Int
        var isCovered: Bool

        init(_ element: XMLElement, isCovered: Bool) {
            self.isCovered = isCovered
            columnSpan = min(element.count("number-columns-spanned"), TableDraft.widestSpan)
            rowSpan = element.count("number-rows-spanned")
        }
    }

    private(set) var draft = TableDraft()
    /// By column, the first row that no cell from above reaches.
    private var reached: [Int] = []

    /// Adds a row, and returns how many places it passed over. Writers that leave out the places which a merge covers are met as
    /// well as those that list them.
    mutating func add(_ cells: [Cell]) -> Int {
        let row = draft.rows.count
        var passed = 0
        var column = 0
        draft.rows.append([])
        for cell in cells {
            if cell.isCovered {
                // A covered place that nothing covers is a blank one.
                if !isReached(column, row) { draft.rows[row].append(TableDraft.Cell()) }
                column += 1
                continue
            }
            while isReached(column, row) {
                column += 1
                passed += 1
            }
            draft.rows[row].append(
                TableDraft.Cell(blocks: cell.blocks, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan))
            reach(from: column, cell, row)
            // The covered places of the same row follow, or the next cell passes over them.
            column += 1
        }
        return passed
    }

    private func isReached(_ column: Int, _ row: Int) -> Bool {
        reached.indices.contains(column) && reached[column] > row
    }

    private mutating func reach(from column: Int, _ cell: Cell, _ row: Int) {
        let end = row.addingReportingOverflow(cell.rowSpan)
        let missing = column + cell.columnSpan - reached.count
        if missing > 0 { reached += Array(repeating: 0, count: missing) }
        for index in column..<column + cell.columnSpan {
            reached[index] = max(reached[index], end.overflow ? .max : end.partialValue)
        }
    }
}

extension XMLElement {
    /// A count in an attribute: 1 where there is none, or none that makes sense.
    func count(_ name: String) -> Int { max(1, self[name].flatMap { Int($0) } ?? 1) }
}
