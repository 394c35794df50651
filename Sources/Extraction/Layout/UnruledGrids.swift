/// Grids without rules between their rows: with lines between the columns only, all rows of a page stand in one row of cells.
enum UnruledGrids {
    /// The pages with the lines of such grids in their place, for rows to be found among them.
    static func resolved(_ sheets: [Sheet]) -> [Sheet] {
        var sheets = sheets
        var open: Grid?
        for number in sheets.indices {
            let items = sheets[number].items
            sheets[number].items = items.enumerated().flatMap { index, item -> [Sheet.Item] in
                guard var grid = item.grid else { return [item] }
                if index == 0, let above = open { grid.isUnruled = grid.isUnruled || grid.goesOn(above) }
                open = grid
                return grid.isUnruled ? GlyphLine.lines(of: grid.glyphs).map(Sheet.Item.line) : [item]
            }
            if items.last?.grid == nil || open?.isUnruled == false { open = nil }
        }
        return sheets
    }
}

extension Grid {
    /// Whether the grid is a single row in the columns of an unruled one on the page before.
    fileprivate func goesOn(_ above: Grid) -> Bool {
        above.isUnruled && rows.count == 2 && columns.count == above.columns.count
            && zip(columns, above.columns).allSatisfy { abs($0 - $1) < 4 }
    }
}
