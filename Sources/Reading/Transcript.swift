import Documents
import Reports

/// A document as a sequence of lines: a paragraph is a line of one slot, a row of a table a line of its slots.
struct Transcript {
    /// One place in a line.
    enum Slot: Equatable {
        /// A cell's text, trimmed; empty where it is blank.
        case text(String)
        /// A place covered by the cell to its left or above it.
        case covered

        /// The text, if the slot begins a cell.
        var text: String? {
            guard case .text(let text) = self else { return nil }
            return text
        }

        var isBlank: Bool { self == .text("") }

        /// No text begins here.
        var isEmptyPlace: Bool { text?.isEmpty ?? true }
    }

    struct Line: Equatable {
        var slots: [Slot]
        /// Whether the line is a row of a table, not a paragraph.
        var isRow: Bool

        /// The texts that are not blank.
        var texts: [String] { slots.compactMap(\.text).filter { !$0.isEmpty } }

        /// The line as a person quotes it.
        var excerpt: String { texts.map(Folding.oneLine).joined(separator: " | ") }
    }

    private(set) var lines: [Line] = []

    init(_ document: Document) {
        for block in document.blocks {
            switch block {
            case .paragraph(let text): append(paragraph: text)
            case .table(let table): append(table)
            }
        }
        joinWrappedLabels()
    }

    private mutating func append(paragraph text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = Folding.trim(line)
            if !trimmed.isEmpty { lines.append(Line(slots: [.text(trimmed)], isRow: false)) }
        }
    }

    /// Spreads the cells of a table over the places they span.
    private mutating func append(_ table: Table) {
        /// For each column, how many more rows a cell from above covers.
        var hanging: [Int: Int] = [:]
        for row in CutRows.mended(table).rows {
            var slots: [Slot] = []
            for cell in row {
                hanging.cover(&slots)
                slots.append(.text(Folding.trim(cell.text)))
                for column in slots.count - 1..<slots.count - 1 + cell.columnSpan where cell.rowSpan > 1 {
                    hanging[column] = cell.rowSpan - 1
                }
                slots.append(contentsOf: repeatElement(.covered, count: cell.columnSpan - 1))
            }
            hanging.cover(&slots)
            lines.append(Line(slots: slots, isRow: true))
        }
    }

    /// Puts a label that was cut by a line end together again: 2.其他法律行政法规 / 禁止公开.
    private mutating func joinWrappedLabels() {
        var joined: [Line] = []
        for line in lines {
            if let last = joined.last, let whole = WrappedLabel.join(last, line) {
                joined[joined.count - 1] = whole
            } else {
                joined.append(line)
            }
        }
        lines = joined
    }
}

extension [Int: Int] {
    /// Fills the places that cells from above cover.
    fileprivate mutating func cover(_ slots: inout [Transcript.Slot]) {
        while let rows = self[slots.count], rows > 0 {
            self[slots.count] = rows - 1
            slots.append(.covered)
        }
    }
}
