/// Grids without rules between their rows: with lines between the columns only, all rows of a page stand in one row of cells.
///
/// Where their rows can't be told, all that stands in one is a single cell.
enum UnruledGrids {
    /// The pages with the rows of such grids found.
    static func resolved(_ sheets: [Sheet]) -> [Sheet] {
        var sheets = sheets
        for number in sheets.indices {
            for index in sheets[number].items.indices {
                guard var grid = sheets[number].items[index].grid, !grid.hasInnerRules, !grid.isUnruled
                else { continue }
                grid.isUnruled = OpenRows(grid)?.areSeveral ?? false
                sheets[number].items[index] = .grid(grid)
            }
        }
        // What is on one page of such a table shows what the few rows on the next, or on the one before, are.
        for number in sheets.indices.dropFirst() { sheets[number].markFirst(after: sheets[number - 1]) }
        for number in sheets.indices.dropLast().reversed() {
            sheets[number].markLast(before: sheets[number + 1])
        }
        for group in groups(of: sheets) {
            let grids = group.compactMap { sheets[$0.sheet].items[$0.item].grid }
            // The head alone at the end of a page has no numbers, and no row that the page cuts.
            let heads = grids.firstIndex { $0.glyphs.contains(where: \.isDigit) } ?? grids.count
            let rows = OpenRows.grids(of: Array(grids[heads...])) ?? grids[heads...].map(\.untold)
            for (place, grid) in zip(group, grids[..<heads].map(\.untold) + rows) {
                sheets[place.sheet].items[place.item] = .grid(grid)
            }
        }
        return sheets
    }

    private struct Place {
        var sheet: Int
        var item: Int
    }

    /// The unruled grids that make one table: the last item of a page and the first of the next.
    private static func groups(of sheets: [Sheet]) -> [[Place]] {
        var groups: [[Place]] = []
        var isOpen = false
        for (number, sheet) in sheets.enumerated() {
            let ends = sheet.ends
            for (index, item) in sheet.items.enumerated() where item.grid?.isUnruled ?? false {
                let place = Place(sheet: number, item: index)
                if index == ends?.first, isOpen {
                    groups[groups.count - 1].append(place)
                } else {
                    groups.append([place])
                }
            }
            isOpen = ends.flatMap { sheet.items[$0.last].grid?.isUnruled } ?? false
        }
        return groups
    }
}

extension Sheet {
    /// Its first and its last item, page numbers and the like left aside.
    fileprivate var ends: (first: Int, last: Int)? {
        let isText = { (item: Item) in item.line.map { !Furniture.isInMargin($0, of: self) } ?? true }
        guard let first = items.firstIndex(where: isText), let last = items.lastIndex(where: isText)
        else { return nil }
        return (first, last)
    }

    fileprivate mutating func markFirst(after above: Sheet) {
        guard let place = ends?.first, let end = above.ends?.last, let other = above.items[end].grid
        else { return }
        if let grid = items[place].grid { items[place] = .grid(grid.marked(beside: other)) }
    }

    fileprivate mutating func markLast(before below: Sheet) {
        guard let place = ends?.last, let start = below.ends?.first, let other = below.items[start].grid
        else { return }
        if let grid = items[place].grid { items[place] = .grid(grid.marked(beside: other)) }
    }
}

extension Grid {
    /// The table as one of which can't be told what belongs to which row.
    fileprivate var untold: Grid {
        let lines = GlyphLine.lines(of: glyphs)
        return lines.isEmpty ? self : .untold(lines)
    }

    /// The grid, unruled if one with the same sides on a page beside its own is.
    fileprivate func marked(beside other: Grid) -> Grid {
        var grid = self
        grid.isUnruled =
            isUnruled
            || other.isUnruled && !hasInnerRules
                && abs(box.left - other.box.left) < 4 && abs(box.right - other.box.right) < 4
        return grid
    }
}
