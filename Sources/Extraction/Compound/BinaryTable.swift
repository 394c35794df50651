import Documents
import ReaderInterface

/// A table of a binary document while it is read: rows of cells, each row with edges of its own.
struct BinaryTable {
    struct Row {
        var cells: [[Block]]
        var format: RowFormat
    }

    /// Edges that lie no further apart, in twentieths of a point, are one: programs round them row by row.
    private static let tolerance = 20

    var rows: [Row] = []

    /// The cells with the columns and rows that they span.
    func draft() -> TableDraft {
        let columns = self.columns
        var draft = TableDraft()
        /// Where the cells of the row above that may go on are, by the column in which they begin.
        var above: [Int: (row: Int, cell: Int)] = [:]
        for row in rows {
            let spans = BinaryTable.spans(of: row, columns)
            var cells: [TableDraft.Cell] = []
            var current: [Int: (row: Int, cell: Int)] = [:]
            var opening: Int?
            if let first = spans.first?.lowerBound, first > 0 { cells.append(TableDraft.Cell(columnSpan: first)) }
            for (index, blocks) in row.cells.enumerated() {
                let merge = index < row.format.cells.count ? row.format.cells[index] : RowFormat.Cell()
                let span = spans[index]
                defer { opening = merge.across == 0 ? nil : opening ?? merge.across }
                if merge.across != 0, let opening, merge.across != opening, let last = cells.indices.last {
                    cells[last].columnSpan += span.count
                } else if merge.down == 1, let first = above[span.lowerBound] {
                    draft.rows[first.row][first.cell].rowSpan += 1
                    current[span.lowerBound] = first
                } else {
                    if merge.down != 0 { current[span.lowerBound] = (draft.rows.count, cells.count) }
                    cells.append(TableDraft.Cell(blocks: blocks, columnSpan: span.count))
                }
            }
            draft.rows.append(cells)
            above = current
        }
        return draft
    }

    /// The edges of all rows, those that are nearly the same as one.
    private var columns: [Int] {
        let edges = Set(rows.flatMap(\.format.edges)).sorted()
        return edges.reduce(into: []) { columns, edge in
            if let last = columns.last, edge - last <= BinaryTable.tolerance { return }
            columns.append(edge)
        }
    }

    /// The columns of each cell of a row. Cells that the row does not define follow, a column each.
    private static func spans(of row: Row, _ columns: [Int]) -> [Range<Int>] {
        let edges = row.format.edges
        var spans: [Range<Int>] = []
        for index in row.cells.indices {
            let start = spans.last?.upperBound ?? column(of: edges[0], columns)
            let end = index + 1 < edges.count ? column(of: edges[index + 1], columns) : start + 1
            spans.append(start..<max(end, start + 1))
        }
        return spans
    }

    private static func column(of edge: Int, _ columns: [Int]) -> Int {
        max(0, columns.partitioningIndex { $0 > edge } - 1)
    }
}
