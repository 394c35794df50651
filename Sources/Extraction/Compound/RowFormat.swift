/// The cells of a table's row as its end mark defines them: how wide each is, and with which it is merged.
struct RowFormat {
    struct Cell {
        var width = 0
        /// 0 for none. Of cells merged side by side the first has one value, those that go on it another.
        var across = 0
        /// 0 for none, 1 for a cell that goes on the one above, 3 for the first of them.
        var down = 0
    }

    private(set) var left = 0
    private(set) var cells: [Cell] = []

    /// Word allows 63.
    private static let most = 255

    /// Takes a property of the row; others are passed over.
    mutating func apply(_ sprm: Sprm) {
        let first = sprm.byte
        let limit = sprm.number(1, bytes: 1)
        switch sprm.code {
        case Sprm.tableDefinition: define(sprm)
        case Sprm.insertCells: insert(limit, at: first, width: sprm.number(2, bytes: 2))
        case Sprm.deleteCells: cells.removeSubrange(range(first, limit))
        case Sprm.cellWidth: for index in range(first, limit) { cells[index].width = sprm.number(2, bytes: 2) }
        case Sprm.mergeCells: for index in range(first, limit) { cells[index].across = index == first ? 1 : 2 }
        case Sprm.splitCells: for index in range(first, limit) { cells[index].across = 0 }
        case Sprm.mergeDown:
            // The operand's own length stands in front.
            for index in range(limit, limit + 1) { cells[index].down = sprm.number(2, bytes: 1) }
        default: break
        }
    }

    /// The edges of the cells, from left to right.
    var edges: [Int] {
        cells.reduce(into: [left]) { $0.append(($0.last ?? 0) + $1.width) }
    }

    private func range(_ first: Int, _ limit: Int) -> Range<Int> {
        let lower = min(first, cells.count)
        return lower..<max(lower, min(limit, cells.count))
    }

    /// The whole row: a count, an edge more than that, and twenty bytes a cell, whose first two are flags.
    private mutating func define(_ sprm: Sprm) {
        let count = sprm.number(2, bytes: 1)
        let edges = (0...count).map { Int(Int16(truncatingIfNeeded: sprm.number(3 + 2 * $0, bytes: 2))) }
        left = edges[0]
        cells = (0..<count).map { index in
            let flags = sprm.number(3 + 2 * (count + 1) + 20 * index, bytes: 2)
            return Cell(width: edges[index + 1] - edges[index], across: flags & 3, down: flags >> 5 & 3)
        }
    }

    private mutating func insert(_ count: Int, at index: Int, width: Int) {
        // Cells that are missing before the place are made as well.
        let missing = max(0, index - cells.count)
        guard cells.count + missing + count <= RowFormat.most else { return }
        let made = repeatElement(Cell(width: width), count: missing + count)
        cells.insert(contentsOf: made, at: min(index, cells.count))
    }
}
