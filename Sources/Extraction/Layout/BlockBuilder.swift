import Documents

/// Makes blocks of what stands on pages, one page after the other.
struct BlockBuilder {
    private let paragraphs: Paragraphs
    private var blocks: [Block] = []
    private var open: Open?

    /// What may go on with the next item.
    private enum Open {
        case paragraph(String, last: GlyphLine)
        case grid(Grid)
    }

    init(_ paragraphs: Paragraphs) { self.paragraphs = paragraphs }

    mutating func take(_ sheet: Sheet) {
        for (index, item) in sheet.items.enumerated() {
            switch item {
            case .line(let line): take(line, isFirst: index == 0)
            case .grid(let grid): take(grid, isFirst: index == 0)
            // Resolved before.
            case .stack: break
            }
        }
    }

    mutating func finish() -> [Block] {
        close()
        return blocks
    }

    private mutating func take(_ line: GlyphLine, isFirst: Bool) {
        if case .paragraph(let text, let last) = open,
            paragraphs.goesOn(line, after: last, onNextPage: isFirst)
        {
            open = .paragraph(text + paragraphs.joint(last, line) + line.text, last: line)
        } else {
            close()
            open = .paragraph(line.text, last: line)
        }
    }

    private mutating func take(_ grid: Grid, isFirst: Bool) {
        if isFirst, case .grid(let above) = open, let whole = above.joined(with: grid) {
            open = .grid(whole)
        } else {
            close()
            open = .grid(grid)
        }
    }

    private mutating func close() {
        switch open {
        case .paragraph(let text, _): blocks.append(.paragraph(text))
        case .grid(let grid): blocks.append(.table(grid.table))
        case nil: break
        }
        open = nil
    }
}
