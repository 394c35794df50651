/// What stands in a cell: its lines in reading order, put together.
struct CellText {
    private var lines: [GlyphLine]
    private let box: Box
    /// How far its text keeps from the sides of the cell, in points. Word has 5.4.
    var margin = 6.0

    /// Reads the characters that stand in a box.
    init(_ glyphs: [Glyph], in box: Box) {
        let page = DrawnPage(
            box: box.fromOrigin, glyphs: glyphs.map { $0.moved(-box.left, -box.top) }, rules: [], images: [])
        // Labels down the side are often turned.
        let upright = page.upright
        self.box = upright.box
        let vertical = upright.glyphs.filter(\.isVertical)
        if 2 * vertical.count > glyphs.count {
            // Columns of letters one under another, from right to left: as lines when the cell is laid on its side.
            lines = GlyphLine.lines(of: upright.glyphs.map { $0.laid(in: upright.box) })
        } else {
            lines = GlyphLine.lines(of: upright.glyphs)
        }
    }

    var text: String {
        var text = lines.first?.text ?? ""
        for (above, line) in zip(lines, lines.dropFirst()) { text += joint(above, line) + line.text }
        return text
    }

    /// Whether the cell holds what should stand in several: a head with a number below it, or more numbers than one has digits.
    var hasRows: Bool {
        let numbers = lines.lastIndex { !$0.isNumeric }.map { lines[($0 + 1)...] } ?? lines[...]
        return !numbers.isEmpty && numbers.count < lines.count || numbers.count > CellText.mostLines
    }

    /// A number takes no more lines.
    private static let mostLines = 7

    /// Whether the last line runs to the end of the cell.
    var isFull: Bool { lines.last.map(isFull) ?? false }

    /// What stands between two lines of a cell: nothing where one word or number runs on.
    private func joint(_ above: GlyphLine, _ below: GlyphLine) -> String {
        if above.last.isNumeric, below.first.isNumeric { return isFull(above) ? "" : "\n" }
        if above.last.isLatin, below.first.isLatin { return " " }
        return "。；".unicodeScalars.contains(above.last.scalar) && !isFull(above) ? "\n" : ""
    }

    /// Whether the next character would not have found room beside a line.
    private func isFull(_ line: GlyphLine) -> Bool {
        box.width - line.box.width < 2 * margin + 0.65 * line.size
    }

    /// The margin that the cells of a table keep, as the one shows whose text stands nearest to its side; `nil` without words.
    static func margin(of cells: [CellText]) -> Double? {
        let words = cells.filter { $0.lines.first.map { !$0.isNumeric } ?? false }
        guard let least = words.compactMap({ $0.lines.map(\.box.left).min() }).min() else { return nil }
        return min(max(least, 6), 12)
    }
}

extension Box {
    /// The box moved so that it begins at the origin.
    fileprivate var fromOrigin: Box { Box(left: 0, top: 0, right: width, bottom: height) }
}

extension Glyph {
    fileprivate func moved(_ x: Double, _ y: Double) -> Glyph {
        var glyph = self
        glyph.box = Box(left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y)
        return glyph
    }

    /// The character where it stands when columns are read as lines: down becomes right, right to left becomes down.
    fileprivate func laid(in cell: Box) -> Glyph {
        var glyph = self
        glyph.box = box.turned(from: .down, on: cell)
        return glyph
    }
}
