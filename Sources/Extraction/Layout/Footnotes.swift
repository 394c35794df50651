/// Small print between the parts of a table that goes on over pages: footnotes, `续表`, numbers of pages in no known form.
enum Footnotes {
    /// The pages with it behind the next part of the table, so that the parts follow each other.
    static func moved(in sheets: [Sheet]) -> [Sheet] {
        guard let size = textSize(of: sheets) else { return sheets }
        var sheets = sheets
        for number in sheets.indices.dropLast() {
            let (above, below) = (sheets[number].items, sheets[number + 1].items)
            guard let last = above.lastIndex(where: { $0.line == nil }),
                let first = below.firstIndex(where: { $0.line == nil }), above[last].goesOn(in: below[first])
            else { continue }
            let notes = above[(last + 1)...] + below[..<first]
            guard notes.allSatisfy({ $0.isSmall(beside: size) }) else { continue }
            sheets[number].items = Array(above[...last])
            sheets[number + 1].items = [below[first]] + notes + below[(first + 1)...]
        }
        return sheets
    }

    /// The size of the letters of running text, most often.
    private static func textSize(of sheets: [Sheet]) -> Double? {
        let sizes = sheets.flatMap { $0.items.compactMap(\.line).filter { $0.marks.count > 14 }.map(\.size) }.sorted()
        return sizes.isEmpty ? nil : sizes[sizes.count / 2]
    }
}

extension Sheet.Item {
    fileprivate func isSmall(beside size: Double) -> Bool { line.map { $0.size < 0.9 * size } ?? false }

    /// Whether an item of the next page is the rest of this one.
    fileprivate func goesOn(in below: Sheet.Item) -> Bool {
        switch (self, below) {
        case (.grid(let above), .grid(let below)): above.joined(with: below) != nil
        case (.stack(let above), .stack(let below)): above.hasSides(of: below)
        default: false
        }
    }
}
