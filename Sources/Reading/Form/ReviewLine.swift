import Reports

/// The one line of numbers of table 4: fifteen of them, five a block, without a label.
struct ReviewLine {
    var values: RowValues

    var isBlank: Bool { !values.isFilled }

    /// Each block with its cells and the raw ones they were read from.
    var rows: [ReviewBlock: PrintedRow] {
        let blocks = ReviewBlock.allCases
        let width = ReviewOutcome.allCases.count
        let columns = blocks.count * width
        let resolved = values.resolve(columns: columns, shapes: RowShapes([values], columns: columns))
        var rows: [ReviewBlock: PrintedRow] = [:]
        for (index, block) in blocks.enumerated() {
            let own = index * width..<(index + 1) * width
            rows[block] = PrintedRow(
                label: "", cells: resolved.cells.map { Array($0[own]) },
                notes: resolved.notes(in: own),
                printed: resolved.cells == nil ? resolved.printed : width,
                excerpt: (resolved.cells == nil ? resolved.raw[...] : resolved.raw[own]).joined(separator: " | "))
        }
        return rows
    }
}

extension RowValues.Resolved {
    /// The notes of some columns, counted from the first of them.
    fileprivate func notes(in columns: Range<Int>) -> [Int: String] {
        let own = notes.filter { columns.contains($0.key) }
        return Dictionary(uniqueKeysWithValues: own.map { ($0.key - columns.lowerBound, $0.value) })
    }
}

extension ReviewLine {
    /// The line of numbers that begins at a line under the head, and how many lines it takes: one row, or a paragraph a number.
    static func find(in lines: [Transcript.Line], at start: Int) -> (review: ReviewLine, lines: Int)? {
        let line = lines[start]
        if line.isRow {
            // One odd cell, 不详 or 三, does not make the others words.
            let values = line.texts.count(where: CellReader.isValue)
            guard values * 2 >= line.texts.count, line.slots.count >= ReviewOutcome.allCases.count else { return nil }
            return (ReviewLine(values: RowValues(line.slots)), 1)
        }
        let numbers = lines[start...].prefix { !$0.isRow && CellReader.areValues($0.texts.first ?? "") }
        guard !numbers.isEmpty else { return nil }
        return (ReviewLine(values: RowValues(numbers.flatMap(\.slots))), numbers.count)
    }
}
