/// A table of the form as cells that cover columns and rows, which is how it is drawn.
package struct FormCells: Sendable {
    package struct Cell: Sendable {
        package var text: String
        package var columns: Range<Int>
        package var rows: Range<Int>
        /// A label or a head, not a value.
        package var isLabel: Bool
    }

    package private(set) var cells: [Cell] = []
    package let columnCount: Int
    package let rowCount: Int

    init(_ rows: [FormGrid.Row], columns: Int) {
        columnCount = columns
        rowCount = rows.count
        for (index, row) in rows.enumerated() { add(row, at: index) }
    }

    /// Places before the first label are covered from above, places after one by it, as the form merges them.
    private mutating func add(_ row: FormGrid.Row, at index: Int) {
        var column = 0
        for (place, text) in row.labels.enumerated() {
            let isCovered = text.isEmpty && !cells.contains { $0.rows.lowerBound == index }
            // 总计 stands over two rows at the end of the head of table 3.
            let isTail = text.isEmpty && place == 9 && row.labels.contains("商业企业")
            if isCovered || isTail {
                extendFromAbove(at: place, to: index)
            } else if text.isEmpty {
                cells[cells.count - 1].columns = cells[cells.count - 1].columns.lowerBound..<place + 1
            } else {
                cells.append(Cell(text: text, columns: place..<place + 1, rows: index..<index + 1, isLabel: true))
            }
            column = place + 1
        }
        for (place, value) in row.values.enumerated() {
            let end = place == row.values.count - 1 ? columnCount : column + 1
            cells.append(Cell(text: value, columns: column..<end, rows: index..<index + 1, isLabel: false))
            column = end
        }
    }

    private mutating func extendFromAbove(at column: Int, to row: Int) {
        guard let above = cells.lastIndex(where: { $0.columns.contains(column) && $0.rows.upperBound >= row }) else {
            return
        }
        cells[above].rows = cells[above].rows.lowerBound..<row + 1
    }
}
