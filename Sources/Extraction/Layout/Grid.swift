import Documents

/// A table as drawn on a page: columns, rows, and cells that span some of each.
struct Grid {
    /// A cell by the columns and rows that it covers, with what stands in it.
    struct Cell: Equatable {
        var columns: Range<Int>
        var rows: Range<Int>
        var text = ""
        /// Its last line runs to its end: what stands in it may go on on the next page.
        var isFull = false
    }

    /// Where columns begin, and where the last one ends.
    var columns: [Double]
    /// The same of rows.
    var rows: [Double]
    /// By rows, in each from left to right.
    var cells: [Cell]
    /// No line is drawn above the first row, or below the last: a page may have cut it.
    var isOpenAbove = false
    var isOpenBelow = false
    /// A line is drawn between two of its rows.
    var hasInnerRules = true
    /// Cells hold several rows: no rules are drawn between them.
    var isUnruled = false
    /// What stands in it, and the lines between its columns as they are drawn, as long as it may turn out to be unruled.
    var glyphs: [Glyph] = []
    var sides: [Segment] = []
    /// Where pages ended within it.
    var pageBreaks: [Table.PageBreak] = []

    var box: Box {
        Box(left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0, bottom: rows.last ?? 0)
    }

    func box(of cell: Cell) -> Box {
        Box(
            left: columns[cell.columns.lowerBound], top: rows[cell.rows.lowerBound],
            right: columns[cell.columns.upperBound], bottom: rows[cell.rows.upperBound])
    }

    /// Lines of a table of which can't be told what belongs to which row: a single cell.
    static func untold(_ lines: [GlyphLine]) -> Grid {
        let box = lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
        let text = lines.map(\.text).joined(separator: "\n")
        return Grid(
            columns: [box.left, box.right], rows: [box.top, box.bottom],
            cells: [Cell(columns: 0..<1, rows: 0..<1, text: text)])
    }

    /// The table that it is.
    var table: Table {
        var rows = Array(repeating: [Table.Cell](), count: max(0, rows.count - 1))
        for cell in cells {
            rows[cell.rows.lowerBound].append(
                Table.Cell(cell.text, columnSpan: cell.columns.count, rowSpan: cell.rows.count))
        }
        return Table(rows: rows, pageBreaks: pageBreaks)
    }
}
