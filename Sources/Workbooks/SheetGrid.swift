/// Where the cells of a sheet come to stand: one after the other, past those that reach down from rows above. It goes from row to row, so
/// that a sheet of a hundred thousand cells is not held twice.
struct SheetGrid {
    /// A cell with its place, counted from 0.
    struct Placed {
        var cell: SheetCell
        var row: Int
        var column: Int
    }

    /// How many columns there are so far.
    private(set) var width = 0
    private var row = 0
    private var taken: [Int: Set<Int>] = [:]

    /// The places of the next row's cells.
    mutating func place(_ cells: [SheetCell]) -> [Placed] {
        var placed: [Placed] = []
        placed.reserveCapacity(cells.count)
        var column = 0
        for cell in cells {
            while taken[row]?.contains(column) ?? false { column += 1 }
            placed.append(Placed(cell: cell, row: row, column: column))
            for below in 1..<max(cell.rows, 2) where below < cell.rows {
                taken[row + below, default: []].formUnion(column..<(column + cell.columns))
            }
            column += cell.columns
            width = max(width, column)
        }
        taken[row] = nil
        row += 1
        return placed
    }
}
