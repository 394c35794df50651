/// Where the cells of a sheet come to stand: one after the other, past those that reach down from rows above.
struct SheetGrid {
    /// A cell with its place, counted from 0.
    struct Placed {
        var cell: SheetCell
        var row: Int
        var column: Int
    }

    let cells: [Placed]
    /// How many columns there are.
    let width: Int

    init(_ rows: [[SheetCell]]) {
        var cells: [Placed] = []
        var taken: [Int: Set<Int>] = [:]
        var width = 0
        for (row, own) in rows.enumerated() {
            var column = 0
            for cell in own {
                while taken[row]?.contains(column) ?? false { column += 1 }
                cells.append(Placed(cell: cell, row: row, column: column))
                for below in 1..<max(cell.rows, 2) where below < cell.rows {
                    taken[row + below, default: []].formUnion(column..<(column + cell.columns))
                }
                column += cell.columns
                width = max(width, column)
            }
            taken[row] = nil
        }
        self.cells = cells
        self.width = width
    }
}
