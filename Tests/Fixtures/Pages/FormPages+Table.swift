extension FormPages {
    /// Draws a table, over as many pages as it takes; a cell that a page cuts goes on on the next.
    mutating func draw(_ table: FormCells, widths: [Double]) {
        let columns = widths.reduce(into: [60.0]) { $0.append(($0.last ?? 0) + $1) }
        var heights = heights(of: table, columns: columns)
        var rest = table.cells.map { lines(of: $0, columns: columns) }
        y += 6
        var row = 0
        while row < table.rowCount {
            need(splitsRows ? min(heights[row], lineHeight + 6) : heights[row])
            var tops = [y]
            let first = row
            while row < table.rowCount, row == first && !splitsRows || (tops.last ?? y) + heights[row] <= bottom {
                tops.append((tops.last ?? y) + heights[row])
                row += 1
            }
            let isCut = splitsRows && row < table.rowCount && (tops.last ?? y) + lineHeight + 6 <= bottom
            if isCut { tops.append(bottom) }
            let shown = first..<first + tops.count - 1
            for (index, cell) in table.cells.enumerated() where cell.rows.overlaps(shown) {
                let rows = cell.rows.clamped(to: shown)
                let (top, bottom) = (tops[rows.lowerBound - first], tops[rows.upperBound - first])
                let isWhole = rows.upperBound == cell.rows.upperBound && !(isCut && cell.rows.contains(row))
                let room = isWhole ? rest[index].count : Int((bottom - top - 6) / lineHeight)
                draw(cell, Array(rest[index].prefix(room)), from: top, to: bottom, columns: columns)
                rest[index] = Array(rest[index].dropFirst(room))
            }
            rule(tops: tops, columns: columns)
            y = tops.last ?? y
            if isCut {
                let lines = zip(table.cells, rest).filter { $0.0.rows == row..<row + 1 }.map(\.1.count)
                heights[row] = Double(max(1, lines.max() ?? 1)) * lineHeight + 6
                y = bottom + 1
            }
        }
        y += 10
    }

    private var lineHeight: Double { size + 3 }

    private func lines(of cell: FormCells.Cell, columns: [Double]) -> [String] {
        let width = columns[cell.columns.upperBound] - columns[cell.columns.lowerBound] - 6
        var lines = [""]
        for character in cell.text {
            if DrawnDocument.width(of: lines[lines.count - 1] + [character], size: size) > width { lines.append("") }
            lines[lines.count - 1].append(character)
        }
        return lines
    }

    /// As high as what stands in them; a cell over several rows makes its last one higher.
    private func heights(of table: FormCells, columns: [Double]) -> [Double] {
        var heights = Array(repeating: 0.0, count: table.rowCount)
        for cell in table.cells.sorted(by: { $0.rows.count < $1.rows.count }) {
            let need = Double(lines(of: cell, columns: columns).count) * (size + 3) + 6
            let have = heights[cell.rows].reduce(0, +)
            if need > have { heights[cell.rows.upperBound - 1] += need - have }
        }
        return heights
    }

    /// A cell's lines in the middle of what the page shows of it, and its border where each cell draws its own.
    private mutating func draw(
        _ cell: FormCells.Cell, _ lines: [String], from top: Double, to bottom: Double, columns: [Double]
    ) {
        let (left, right) = (columns[cell.columns.lowerBound], columns[cell.columns.upperBound])
        if hasLinesAroundCells { frame(left, top, right, bottom) }
        var baseline = (top + bottom - Double(lines.count) * (size + 3)) / 2 + size
        for line in lines {
            let spacing = cell.isLabel ? 0 : digitSpacing
            let width = DrawnDocument.width(of: line, size: size) + spacing * Double(line.count - 1)
            let x = cell.isLabel ? left + 3 : (left + right - width) / 2
            document.draw(.text(line, x: x, y: baseline, size: size, spacing: spacing))
            baseline += size + 3
        }
    }

    private var hasLinesAroundCells: Bool { rules != .none && rules != .horizontal }

    private mutating func frame(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        if rules != .vertical {
            side(left, top, right, top)
            side(left, bottom, right, bottom)
        }
        if rules != .openSides || left > 60 { side(left, top, left, bottom) }
        if rules != .openSides || right < 500 { side(right, top, right, bottom) }
    }

    private mutating func side(_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double) {
        switch rules {
        case .fills:
            document.draw(.fill(left: fromX - 0.25, top: fromY - 0.25, right: toX + 0.25, bottom: toY + 0.25))
        case .cellByCell:
            document.draw(.line(fromX: fromX + 0.6, fromY: fromY + 0.5, toX: toX + 0.3, toY: toY + 0.4))
        case .double:
            for shift in [-0.8, 0.8] {
                let (x, y) = fromY == toY ? (0, shift) : (shift, 0)
                document.draw(.line(fromX: fromX + x, fromY: fromY + y, toX: toX + x, toY: toY + y, width: 0.3))
            }
        case .dashes:
            let length = max(toX - fromX, toY - fromY)
            for start in stride(from: 0, to: length, by: 6) {
                let end = min(length, start + 3)
                let (x, y) = fromY == toY ? (1.0, 0.0) : (0, 1)
                document.draw(
                    .line(
                        fromX: fromX + x * start, fromY: fromY + y * start, toX: fromX + x * end, toY: fromY + y * end))
            }
        default:
            document.draw(.line(fromX: fromX, fromY: fromY, toX: toX, toY: toY))
        }
    }

    private mutating func rule(tops: [Double], columns: [Double]) {
        guard let first = tops.first, let last = tops.last else { return }
        switch rules {
        case .horizontal: for top in tops { side(columns[0], top, columns[columns.count - 1], top) }
        case .vertical:
            for top in [first, last] { side(columns[0], top, columns[columns.count - 1], top) }
        default: break
        }
    }
}
