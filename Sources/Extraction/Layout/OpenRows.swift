import Documents

/// The rows of a table with lines between its columns, but none between its rows.
///
/// A row ends at the latest where white space runs through the labels and all columns of numbers. Whether it is only a line of a row
/// that ends there takes the form to tell, as where a page ends: so such places between two labels are handed on as seams. The
/// labels of groups stand beside several rows, of which nothing shows the first and the last: they part none, and are left out.
struct OpenRows {
    /// Part of a line between two lines of the table, with the columns that it has for itself.
    private struct Piece {
        var line: GlyphLine
        var columns: Range<Int>
    }

    private let table: Grid
    private let columns: [Double]
    /// The lines at each border of columns.
    private let sides: [[Segment]]
    private let pieces: [Piece]
    /// The first column of numbers.
    private let firstNumbers: Int

    /// The form has 15 columns, and fewer rows than lines find room on a page.
    private static let mostColumns = 60
    private static let mostRows = 400

    /// `nil` where columns of numbers can't be told.
    init?(_ table: Grid) {
        let box = table.box
        let inner = table.sides.filter { box.left + 4 < $0.position && $0.position < box.right - 4 }
        let clusters = inner.sorted { $0.position < $1.position }.clusters(
            within: Segment.near, by: \.position)
        guard !clusters.isEmpty, clusters.count < OpenRows.mostColumns,
            table.glyphs.allSatisfy({ $0.isSpace || $0.direction == .right && !$0.isVertical })
        else { return nil }
        let columns = [box.left] + clusters.map { $0[$0.startIndex].position } + [box.right]
        let sides = [[]] + clusters.map(Array.init) + [[]]
        (self.table, self.columns, self.sides) = (table, columns, sides)
        pieces = GlyphLine.lines(of: table.glyphs).flatMap { OpenRows.pieces(of: $0, columns, sides) }
        // The number of a label can stand alone in its line: 2.
        let numbers = pieces.filter { $0.line.isNumeric && $0.line.last.isDigit }
        guard let first = numbers.map(\.columns.lowerBound).min() else { return nil }
        firstNumbers = first
    }

    /// Whether a border of columns is drawn at a height.
    private static func isDrawn(_ border: Int, at height: Double, _ sides: [[Segment]]) -> Bool {
        border == 0 || border == sides.count - 1
            || sides[border].contains { $0.from - 2 <= height && height <= $0.to + 2 }
    }

    private static func pieces(of line: GlyphLine, _ columns: [Double], _ sides: [[Segment]])
        -> [Piece]
    {
        let borders = columns.indices.filter { isDrawn($0, at: line.box.midY, sides) }
        var marks: [[GlyphLine.Mark]] = Array(repeating: [], count: borders.count - 1)
        for mark in line.marks {
            let place = borders.firstPlace { columns[$0] > mark.glyph.box.midX } - 1
            marks[min(max(0, place), marks.count - 1)].append(mark)
        }
        return marks.indices.compactMap { place in
            GlyphLine(part: marks[place]).map {
                Piece(line: $0, columns: borders[place]..<borders[place + 1])
            }
        }
    }

    /// Whether what stands in the table is several rows, not one of several lines: numbers below heads, or beside several labels.
    var areSeveral: Bool {
        let rows = rows(in: strips)
        if rows.count(where: { $0.hasLabel && !$0.numbers.isEmpty }) > 2 { return true }
        guard
            let head = rows.firstIndex(where: { !$0.words.isEmpty && ($0.hasLabel || $0.words.count > 2) }
            )
        else {
            return false
        }
        return rows[head...].contains {
            !$0.numbers.isEmpty && ($0.hasLabel || $0.numbers.count > 2) && $0.words.isEmpty
        }
    }

    /// Whether the first row is whole: its numbers take other lines than its label, and stand as the middle of it.
    private var beginsWhole: Bool {
        rows(in: strips).first.map { $0.alignment == .centredApart } ?? false
    }

    /// The parts of a table on its pages with their rows; `nil` where they can't be told: a row that a page cuts can't be where its
    /// other half can't.
    static func grids(of parts: [Grid]) -> [Grid]? {
        let tables = parts.compactMap(OpenRows.init)
        guard tables.count == parts.count else { return nil }
        let areCentred = areCentred(tables)
        let grids = tables.indices.compactMap { index in
            tables[index].grid(before: index + 1 < tables.count ? tables[index + 1] : nil, areCentred)
        }
        return grids.count == parts.count ? grids : nil
    }

    /// Whether labels and numbers stand in the middle of their rows, as one with fewer lines than the other shows: then numbers that
    /// would move it from there are none of the row's. What pages cut is left aside.
    private static func areCentred(_ tables: [OpenRows]) -> Bool {
        let alignments = tables.flatMap { table in
            table.rows(in: table.strips).dropFirst().dropLast().map(\.alignment)
        }
        return alignments.contains(.centredApart) && !alignments.contains(.other)
    }

    private func grid(before next: OpenRows?, _ areCentred: Bool) -> Grid? {
        let strips = strips
        guard !strips.isEmpty, strips.count <= OpenRows.mostRows else { return nil }
        let middles = zip(strips, strips.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
        var grid = Grid(
            columns: columns, rows: [table.box.top] + middles + [table.box.bottom], cells: [])
        for (row, strip) in strips.enumerated() {
            let middle = (strip.lowerBound + strip.upperBound) / 2
            let borders = columns.indices.filter { OpenRows.isDrawn($0, at: middle, sides) }
            grid.cells += zip(borders, borders.dropFirst()).map {
                Grid.Cell(columns: $0..<$1, rows: row..<row + 1)
            }
        }
        grid = GridText(table.glyphs, into: [grid]).grids[0]
        for index in grid.cells.indices where grid.cells[index].columns.upperBound < firstNumbers {
            grid.cells[index].text = ""
        }
        let rows = rows(in: strips)
        let cells = Dictionary(grouping: grid.cells) { $0.rows.lowerBound }
        let endsWithRest = rows.count > 1 && isRest(rows, at: rows.count - 1, in: cells)
        guard rows.indices.allSatisfy({ isClear(rows[$0], cells[$0] ?? []) }),
            !rows.dropFirst().dropLast().contains(where: isWithoutLabel),
            !isAhead(rows, in: cells, areCentred), !endsWithRest || next?.beginsWhole ?? false
        else { return nil }
        let seams = rows.indices.dropFirst().filter {
            areParts(rows[$0 - 1], rows[$0]) || endsWithRest && $0 == rows.count - 1
        }
        grid.pageBreaks = seams.map { row in
            let full = grid.cells.filter { $0.isFull && $0.rows.upperBound == row }.map(
                \.columns.lowerBound)
            return Table.PageBreak(row: row, fullColumns: full.sorted())
        }
        return grid
    }

    /// The heights that labels and numbers take, with white space through all columns between.
    private var strips: [ClosedRange<Double>] {
        let heights = pieces.filter { $0.columns.upperBound >= firstNumbers }.map { piece in
            let box = piece.line.box
            return box.top + 0.15 * box.height...box.bottom - 0.15 * box.height
        }
        var strips: [ClosedRange<Double>] = []
        for height in heights.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = strips.last, height.lowerBound < last.upperBound {
                strips[strips.count - 1] = last.lowerBound...max(last.upperBound, height.upperBound)
            } else {
                strips.append(height)
            }
        }
        return strips
    }

    /// What stands in a strip.
    private struct Row {
        var labels: [Piece] = []
        var numbers: [Piece] = []
        /// What in the columns of numbers is none.
        var words: [Piece] = []

        var hasLabel: Bool { !labels.isEmpty }

        /// How the numbers stand beside the label.
        var alignment: Alignment {
            guard hasLabel, !numbers.isEmpty else { return .none }
            let label = OpenRows.heights(labels)
            let columns = Dictionary(grouping: numbers, by: \.columns.lowerBound).values.map(
                OpenRows.heights)
            let isCentred = columns.allSatisfy {
                abs(label.upperBound + label.lowerBound - $0.upperBound - $0.lowerBound) < 0.5
                    * labels[0].line.size
            }
            guard isCentred else { return .other }
            let isApart = columns.contains {
                abs(label.lowerBound - $0.lowerBound) > 0.4 * labels[0].line.size
            }
            return isApart ? .centredApart : .centred
        }
    }

    private enum Alignment {
        case none
        case centred
        /// Centred, and as one has more lines than the other, nothing else.
        case centredApart
        case other
    }

    private func rows(in strips: [ClosedRange<Double>]) -> [Row] {
        var rows = Array(repeating: Row(), count: strips.count)
        for piece in pieces where piece.columns.upperBound >= firstNumbers {
            let row = min(strips.firstPlace { $0.upperBound >= piece.line.box.midY }, strips.count - 1)
            if piece.columns.lowerBound < firstNumbers {
                rows[row].labels.append(piece)
            } else if piece.line.isNumeric {
                rows[row].numbers.append(piece)
            } else if !OpenTables.isValue(piece.line) {
                rows[row].words.append(piece)
            }
        }
        return rows
    }

    /// Whether the numbers of a strip stand in cells of their own, no word above them, and nothing is printed over anything.
    private func isClear(_ row: Row, _ cells: [Grid.Cell]) -> Bool {
        let columns = Set(cells.map(\.columns.lowerBound))
        let ends = Set(cells.map(\.columns.upperBound))
        let isApart = row.numbers.allSatisfy {
            columns.contains($0.columns.lowerBound) && ends.contains($0.columns.upperBound)
        }
        let words = Dictionary(grouping: row.words) { $0.columns.lowerBound }
        let isBelow = row.numbers.contains { number in
            words[number.columns.lowerBound, default: []].contains {
                $0.line.baseline < number.line.baseline - 1
            }
        }
        let columnsOfPieces = Dictionary(grouping: row.labels + row.numbers) { $0.columns.lowerBound }
        let isPrintedOver = columnsOfPieces.values.contains { pieces in
            let sorted = pieces.sorted { $0.line.baseline < $1.line.baseline }
            return zip(sorted, sorted.dropFirst()).contains {
                $1.line.baseline - $0.line.baseline < 0.8 * min($0.line.size, $1.line.size)
            }
        }
        return isApart && !isBelow && !isPrintedOver
    }

    private func isWithoutLabel(_ row: Row) -> Bool {
        firstNumbers > 0 && !row.numbers.isEmpty && !row.hasLabel
    }

    /// Whether numbers without a label at the end of a page may be the rest of those above them. The label of a row that the page
    /// cuts may stand on the next.
    private func isRest(_ rows: [Row], at place: Int, in cells: [Int: [Grid.Cell]]) -> Bool {
        isWithoutLabel(rows[place])
            && rows[place].numbers.contains { isFull(cells[place - 1] ?? [], at: $0.columns) }
    }

    /// Whether numbers without a label at the beginning of a page may go on below.
    private func isAhead(_ rows: [Row], in cells: [Int: [Grid.Cell]], _ areCentred: Bool) -> Bool {
        rows.count > 1 && isWithoutLabel(rows[0])
            && !(areCentred && [.centred, .centredApart].contains(rows[1].alignment))
            && rows[0].numbers.contains { piece in
                isFull(cells[0] ?? [], at: piece.columns)
                    && rows[1].numbers.contains { $0.columns == piece.columns }
            }
    }

    private func isFull(_ cells: [Grid.Cell], at columns: Range<Int>) -> Bool {
        cells.contains { $0.columns == columns && $0.isFull }
    }

    private static func heights(_ pieces: [Piece]) -> ClosedRange<Double> {
        let baselines = pieces.map(\.line.baseline)
        let top = baselines.min() ?? 0
        return top...max(top, baselines.max() ?? 0)
    }

    /// Whether two strips may be parts of one row: both have something of a label, or both are numbers where no row has one.
    private func areParts(_ above: Row, _ below: Row) -> Bool {
        if firstNumbers > 0 { return above.hasLabel && below.hasLabel }
        return !above.numbers.isEmpty && !below.numbers.isEmpty && above.words.isEmpty
            && below.words.isEmpty
    }
}
