import ReaderInterface

/// Makes grids of the tables with rules between their rows only.
///
/// Their columns are those of all pages on which a table goes on. Where they are not clear, the lines of a table on one page stay
/// as they are; of one that pages cut, which numbers make one row can't be told.
enum RuledTables {
    /// The pages with grids, or lines, in the place of stacks.
    static func resolved(_ sheets: [Sheet], limits: Limits) throws(Unreadable) -> [Sheet] {
        var sheets = sheets
        // From the end, as the items of a page change their places.
        for group in groups(of: sheets).reversed() {
            let stacks = group.compactMap { sheets[$0.sheet].items[$0.item].stack }
            let columns = RuledColumns(stacks)
            for (place, stack) in zip(group, stacks).reversed() {
                let items = try items(of: stack, columns, isCut: group.count > 1, limits)
                sheets[place.sheet].items.replaceSubrange(place.item...place.item, with: items)
            }
        }
        return sheets
    }

    private struct Place {
        var sheet: Int
        var item: Int
    }

    /// The stacks that make one table: the last item of a page and the first of the next, between the same sides.
    private static func groups(of sheets: [Sheet]) -> [[Place]] {
        var groups: [[Place]] = []
        var open: RuleStack?
        for (number, sheet) in sheets.enumerated() {
            for (index, item) in sheet.items.enumerated() {
                guard let stack = item.stack else { continue }
                if index == 0, let above = open, above.hasSides(of: stack) {
                    groups[groups.count - 1].append(Place(sheet: number, item: index))
                } else {
                    groups.append([Place(sheet: number, item: index)])
                }
            }
            open = sheet.items.last?.stack
        }
        return groups
    }

    private static func items(
        of stack: RuleStack, _ columns: RuledColumns?, isCut: Bool, _ limits: Limits
    ) throws(Unreadable) -> [Sheet.Item] {
        if let columns, let grid = try grid(of: stack, columns, limits) { return [.grid(grid)] }
        if !isCut { return OpenTables.items(of: GlyphLine.lines(of: stack.glyphs), heights: stack.heights) }
        return [.grid(.untold(GlyphLine.lines(of: stack.glyphs)))]
    }

    /// The cells between the rules and the borders of columns; a border that text stands across is none there.
    private static func grid(
        of stack: RuleStack, _ columns: RuledColumns, _ limits: Limits
    ) throws(Unreadable) -> Grid? {
        let heights = stack.heights
        let rows = RuledRow.rows(of: stack)
        let rules = Dictionary(grouping: stack.rules) { rule in heights.firstPlace { $0 > rule.position } - 1 }
        var net = RuleNet(horizontal: stack.rules, vertical: [])
        for border in columns.borders {
            var start = 0
            for row in 1..<heights.count {
                let isRuled = rules[row, default: []].contains { $0.from < border - 1 && border + 1 < $0.to }
                guard isRuled || row == heights.count - 1 else { continue }
                if border == columns.borders.first || border == columns.borders.last
                    || !rows[start..<row].contains(where: { $0.isCrossed(at: border) })
                {
                    net.vertical.append(Segment(position: border, from: heights[start], to: heights[row]))
                }
                start = row
            }
        }
        guard var grid = try GridFaces.grid(of: net, limits: limits) else { return nil }
        // Borders that no row of the page has are borders of the table all the same.
        grid = grid.stretched(over: columns.borders)
        return GridText(stack.glyphs, into: [grid]).grids[0]
    }
}
