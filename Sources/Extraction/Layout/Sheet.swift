import ReaderInterface

/// What stands on a page, from top to bottom.
struct Sheet {
    enum Item {
        case line(GlyphLine)
        case grid(Grid)
        /// A table whose columns are known when all pages are.
        case stack(RuleStack)

        var box: Box {
            switch self {
            case .line(let line): line.box
            case .grid(let grid): grid.box
            case .stack(let stack): stack.box
            }
        }

        /// The line, if it is one.
        var line: GlyphLine? {
            guard case .line(let line) = self else { return nil }
            return line
        }

        /// The table, if it is one.
        var grid: Grid? {
            guard case .grid(let grid) = self else { return nil }
            return grid
        }

        /// The rules and their text, if it is a table that has no columns yet.
        var stack: RuleStack? {
            guard case .stack(let stack) = self else { return nil }
            return stack
        }
    }

    var box: Box
    var items: [Item]
    /// How many tables with text are on it.
    var tables: Int
    /// A picture instead of text: a scan, or letters drawn as shapes.
    var isPicture: Bool
    var glyphs: Int
    /// Of these, how many are of no known character.
    var unknown: Int

    init(_ drawn: DrawnPage, without watermarks: inout Watermarks, limits: Limits) throws(Unreadable) {
        let page = drawn.upright
        let visible = watermarks.removed(from: VisibleGlyphs.of(page))
        let grids = try RuleNet.nets(of: page.rules, limits: limits).compactMapThrowing { net throws(Unreadable) in
            try GridFaces.grid(of: net, limits: limits)
        }
        let text = GridText(visible, into: grids)
        let filled = Sheet.withSides(
            text.grids.filter { grid in grid.cells.contains { !$0.text.isEmpty } }, page.rules)
        let (stacks, rest) = RuleStack.stacks(of: text.rest, rules: page.rules, grids: filled)
        let lines = GlyphLine.lines(of: rest).map(Item.line)
        box = page.box
        tables = filled.count + stacks.count
        items = (filled.map(Item.grid) + stacks.map(Item.stack) + lines).sorted { $0.box.top < $1.box.top }
        glyphs = visible.count { !$0.isSpace }
        unknown = visible.count { $0.scalar == Glyph.unknown }
        isPicture = glyphs < 40 && (page.imageShare > 0.3 || page.shapes > 100)
    }

    /// The grids that may be unruled with the lines between their columns.
    private static func withSides(_ grids: [Grid], _ rules: [Box]) -> [Grid] {
        guard grids.contains(where: { !$0.glyphs.isEmpty }) else { return grids }
        let lines = Segment.lines(of: rules).vertical.sorted { $0.position < $1.position }
        return grids.map { grid in
            guard !grid.glyphs.isEmpty else { return grid }
            let box = grid.box
            let own =
                lines.firstPlace { $0.position > box.left }..<lines.firstPlace { $0.position > box.right }
            var grid = grid
            grid.sides = lines[own].filter { $0.from < box.bottom && box.top < $0.to }
            return grid
        }
    }
}

extension Array {
    /// As `compactMap`, with an error of its own type.
    fileprivate func compactMapThrowing<Result, Failure: Error>(
        _ transform: (Element) throws(Failure) -> Result?
    ) throws(Failure) -> [Result] {
        var results: [Result] = []
        for element in self {
            if let result = try transform(element) { results.append(result) }
        }
        return results
    }
}
