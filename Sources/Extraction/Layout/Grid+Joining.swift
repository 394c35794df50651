import Documents

extension Grid {
    /// The table with what the next page has of it; `nil` where that is another table.
    func joined(with next: Grid) -> Grid? {
        guard let columns = common(with: next) else { return nil }
        let below = next.withoutHead(of: self).stretched(over: columns)
        var whole = stretched(over: columns)
        let height = rows.count - 1
        // A row that neither page closes is one row, cut by the page.
        let isCut = isOpenBelow && below.isOpenAbove && whole.edges(ofRow: height - 1) == below.edges(ofRow: 0)
        let shift = isCut ? height - 1 : height
        if !isCut { whole.pageBreaks.append(Table.PageBreak(row: height, fullColumns: whole.fullColumns)) }
        let ending = whole.cellsAtEnd
        for cell in below.cells {
            var moved = cell
            moved.rows = cell.rows.lowerBound + shift..<cell.rows.upperBound + shift
            if cell.rows.lowerBound == 0, let above = ending[cell.columns], isCut || whole.cells[above].goesOn(in: cell)
            {
                whole.cells[above].goOn(with: moved)
            } else {
                whole.cells.append(moved)
            }
        }
        whole.pageBreaks += below.pageBreaks.map {
            Table.PageBreak(row: $0.row + shift, fullColumns: $0.fullColumns)
        }
        let bottom = rows[height]
        whole.rows += below.rows.dropFirst(isCut ? 2 : 1).map { bottom + $0 - below.rows[0] }
        if isCut { whole.rows[height] = bottom + below.rows[1] - below.rows[0] }
        whole.isOpenBelow = below.isOpenBelow
        return whole
    }

    /// The borders of both, if they have the same sides and those of one are among those of the other.
    private func common(with next: Grid) -> [Double]? {
        let (few, many) = columns.count <= next.columns.count ? (columns, next.columns) : (next.columns, columns)
        guard abs(box.left - next.box.left) < 4, abs(box.right - next.box.right) < 4,
            few.allSatisfy({ border in many.contains { abs($0 - border) < 4 } })
        else { return nil }
        return many
    }

    /// The same table with its cells over other borders.
    func stretched(over borders: [Double]) -> Grid {
        guard columns.count < borders.count else { return self }
        let places = columns.map { border in
            borders.indices.min { abs(borders[$0] - border) < abs(borders[$1] - border) } ?? 0
        }
        var grid = self
        grid.columns = borders
        for index in cells.indices {
            let columns = cells[index].columns
            grid.cells[index].columns = places[columns.lowerBound]..<places[columns.upperBound]
        }
        for index in pageBreaks.indices {
            grid.pageBreaks[index].fullColumns = pageBreaks[index].fullColumns.map { places[$0] }
        }
        return grid
    }

    /// The table without its first rows where they repeat the head of another.
    private func withoutHead(of first: Grid) -> Grid {
        var head = 0
        while head < min(rows.count, first.rows.count) - 2, isHead(head, like: first) { head += 1 }
        guard head > 0, cells.allSatisfy({ $0.rows.lowerBound >= head || $0.rows.upperBound <= head }) else {
            return self
        }
        var grid = self
        grid.rows.removeFirst(head)
        grid.cells = cells.filter { $0.rows.lowerBound >= head }.map { cell in
            var cell = cell
            cell.rows = cell.rows.lowerBound - head..<cell.rows.upperBound - head
            return cell
        }
        grid.pageBreaks = pageBreaks.filter { $0.row > head }.map {
            Table.PageBreak(row: $0.row - head, fullColumns: $0.fullColumns)
        }
        grid.isOpenAbove = false
        return grid
    }

    private func isHead(_ row: Int, like first: Grid) -> Bool {
        let own = cells(from: row)
        let others = first.cells(from: row)
        return own.map(\.text) == others.map(\.text) && own.contains { !$0.text.isEmpty }
            && !own.contains { $0.text.contains(where: \.isASCIIDigit) }
    }

    /// The cells that begin in one of the first rows.
    private func cells(from row: Int) -> [Cell] {
        cells.prefix { $0.rows.lowerBound <= row }.filter { $0.rows.lowerBound == row }
    }

    /// The cells that end in the last row, by their columns.
    private var cellsAtEnd: [Range<Int>: Int] {
        var places: [Range<Int>: Int] = [:]
        for index in cells.indices where cells[index].rows.upperBound == rows.count - 1 {
            places[cells[index].columns] = index
        }
        return places
    }

    /// The columns whose last line runs to the end of its cell.
    private var fullColumns: [Int] {
        cells.filter { $0.isFull && $0.rows.upperBound == rows.count - 1 }.map(\.columns.lowerBound).sorted()
    }

    private func edges(ofRow row: Int) -> [Range<Int>] {
        cells.filter { $0.rows.contains(row) }.map(\.columns).sorted { $0.lowerBound < $1.lowerBound }
    }
}

extension Grid.Cell {
    /// Whether an empty cell on the next page is a part of this one: the label of a group goes on beside the rows that follow.
    fileprivate func goesOn(in below: Grid.Cell) -> Bool { below.text.isEmpty && rows.count > 1 }

    /// Takes in its own rest from the next page.
    fileprivate mutating func goOn(with rest: Grid.Cell) {
        rows = rows.lowerBound..<rest.rows.upperBound
        guard !rest.text.isEmpty else { return }
        // Numbers one under the other with room beside them are two.
        let areTwo = !isFull && text.last?.isASCIIDigit ?? false && rest.text.first?.isASCIIDigit ?? false
        text += areTwo ? "\n" + rest.text : rest.text
        isFull = rest.isFull
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
