/// Puts characters into the cells of the grids of a page.
struct GridText {
    private(set) var grids: [Grid]
    /// What stands in no table.
    private(set) var rest: [Glyph] = []

    init(_ glyphs: [Glyph], into grids: [Grid]) {
        self.grids = grids
        var inside = Array(repeating: [Glyph](), count: grids.count)
        // Of tables within tables the inner one counts.
        let order = grids.indices.sorted { grids[$0].box.area < grids[$1].box.area }
        for glyph in glyphs {
            let grid = order.first { grids[$0].box.holds(x: glyph.box.midX, y: glyph.box.midY) }
            if let grid { inside[grid].append(glyph) } else { rest.append(glyph) }
        }
        for index in grids.indices { fill(index, with: inside[index]) }
    }

    private mutating func fill(_ index: Int, with glyphs: [Glyph]) {
        let grid = grids[index]
        let places = GridPlaces(grid)
        var contents = Array(repeating: [Glyph](), count: grid.cells.count)
        for run in GridText.runs(of: glyphs, among: places) {
            contents[places.cell(x: run.box.midX, y: run.box.midY)] += run.glyphs
        }
        for cell in contents.indices {
            let (own, sunken) = GridText.parted(contents[cell], at: grid.box(of: grid.cells[cell]).top)
            guard let glyph = sunken.first else { continue }
            contents[cell] = own
            let top = grid.box(of: grid.cells[cell]).top
            contents[places.cell(x: glyph.box.midX, y: min(glyph.box.top, top - 0.5))] += sunken
        }
        let filled = contents.indices.filter { !contents[$0].isEmpty }
        var texts = filled.map { CellText(contents[$0], in: grid.box(of: grid.cells[$0])) }
        if let margin = CellText.margin(of: texts) {
            for index in texts.indices { texts[index].margin = margin }
        }
        for (cell, text) in zip(filled, texts) {
            grids[index].cells[cell].text = text.text
            grids[index].cells[cell].isFull = text.isFull
        }
        let stacked = zip(filled, texts).filter { $1.hasRows }.map { grid.cells[$0.0].rows.lowerBound }
        grids[index].isUnruled = Dictionary(grouping: stacked, by: \.self).values.contains {
            $0.count > 2
        }
        if grids[index].isUnruled || !grid.hasInnerRules { grids[index].glyphs = glyphs }
    }

    /// The characters of a cell, and those that have sunk into it from the one above: they stand across its upper border and over
    /// others of it, or are letters printed over its number. Programs that break a row over pages get its height wrong at times.
    private static func parted(_ glyphs: [Glyph], at top: Double) -> (own: [Glyph], sunken: [Glyph]) {
        let digits = glyphs.count < mostLetters ? glyphs.filter(\.isDigit) : []
        let isCrossing = { (glyph: Glyph) in
            !glyph.isSpace && (glyph.box.top < top - 0.15 * glyph.size || glyph.isPrinted(over: digits))
        }
        let crossing = glyphs.filter(isCrossing)
        guard !crossing.isEmpty, crossing.count < glyphs.count else { return (glyphs, []) }
        let own = glyphs.filter { !isCrossing($0) }
        let areOver = crossing.allSatisfy { upper in
            own.contains { !$0.isSpace && $0.box.intersection(upper.box).height > 0.15 * $0.size }
        }
        return areOver ? (own, crossing) : (glyphs, [])
    }

    /// In a cell with a number.
    private static let mostLetters = 100

    private struct Run {
        var glyphs: [Glyph]
        var box: Box
    }

    /// Characters that stay together: each by itself, but the digits of a number that runs over the border of its cell.
    private static func runs(of glyphs: [Glyph], among places: GridPlaces) -> [Run] {
        var runs: [Run] = []
        for line in GlyphLine.lines(of: glyphs.filter { $0.direction == .right }) {
            for mark in line.marks {
                if let last = runs.last, let digit = last.glyphs.last, digit.isNumeric, mark.glyph.isNumeric,
                    !mark.followsSpace, digit.baseline == mark.glyph.baseline, mark.gap < 0.12 * mark.glyph.size,
                    !places.parts(digit, mark.glyph)
                {
                    runs[runs.count - 1].glyphs.append(mark.glyph)
                    runs[runs.count - 1].box = last.box.union(mark.glyph.box)
                } else {
                    runs.append(Run(glyphs: [mark.glyph], box: mark.glyph.box))
                }
            }
        }
        let others = glyphs.filter { $0.isSpace || $0.direction != .right }
        return runs + others.map { Run(glyphs: [$0], box: $0.box) }
    }
}

/// Which cell of a grid lies where.
struct GridPlaces {
    private let grid: Grid
    /// The cell that covers each place, row by row.
    private let covering: [Int]

    init(_ grid: Grid) {
        self.grid = grid
        let width = grid.columns.count - 1
        var covering = Array(repeating: 0, count: width * (grid.rows.count - 1))
        for (index, cell) in grid.cells.enumerated() {
            for row in cell.rows {
                for column in cell.columns { covering[row * width + column] = index }
            }
        }
        self.covering = covering
    }

    /// The cell at a point; outside, the nearest.
    func cell(x: Double, y: Double) -> Int {
        let column = GridPlaces.place(of: x, in: grid.columns)
        let row = GridPlaces.place(of: y, in: grid.rows)
        return covering[row * (grid.columns.count - 1) + column]
    }

    /// Whether a border stands clear between two characters side by side.
    func parts(_ left: Glyph, _ right: Glyph) -> Bool {
        let one = cell(x: left.box.midX, y: left.box.midY)
        guard one != cell(x: right.box.midX, y: right.box.midY) else { return false }
        let border = grid.columns[grid.cells[one].columns.upperBound]
        return left.box.right <= border + 0.3 && border - 0.3 <= right.box.left
    }

    private static func place(of value: Double, in borders: [Double]) -> Int {
        min(max(0, borders.firstPlace { $0 > value } - 1), borders.count - 2)
    }
}

extension Glyph {
    /// Whether a letter covers a good part of a digit.
    fileprivate func isPrinted(over digits: [Glyph]) -> Bool {
        !isNumeric && digits.contains { $0.box.intersection(box).area > 0.25 * $0.box.area }
    }
}
