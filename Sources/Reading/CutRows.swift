import Documents
import Reports

/// Puts together the rows of a table that page breaks cut in two.
///
/// Programs close the borders of what a page cuts, so the halves look like two rows. The form tells: the halves of a label make a
/// label of the form only together, and but for the numbers of table 4 no row of the form is without a label.
struct CutRows {
    /// A cell by the columns and rows that it covers.
    private struct Piece {
        var text: String
        var columns: Range<Int>
        var rows: Range<Int>
    }

    /// A cell that ends where a page ends, and the one in the same columns that begins on the next, by their places.
    private struct Contact {
        var above: Int
        var below: Int
    }

    private var pieces: [Piece] = []
    private var rowCount: Int

    /// Into how many parts a row can be cut: by pages, or by its lines where no rules part the rows.
    private static let mostParts = 8
    /// Cells times breaks: table 3 has some 400 and 40.
    private static let mostWork = 5_000_000
    /// In a row: the form has 15, and blanks between.
    private static let mostCells = 100

    /// A table with its rows whole.
    static func mended(_ table: Table) -> Table {
        guard !table.pageBreaks.isEmpty else { return table }
        let cells = table.rows.joined()
        guard cells.count * table.pageBreaks.count <= mostWork else {
            // No table of the form. Of halves that are not put together none must pass for a number.
            return Table(rows: [[Table.Cell(cells.map(\.text).joined(separator: "\n"))]])
        }
        var rows = CutRows(table)
        rows.mend(table.pageBreaks)
        return rows.table
    }

    private init(_ table: Table) {
        rowCount = table.rows.count
        /// For each column, the row down to which a cell covers it.
        var covered: [Int: Int] = [:]
        for (row, cells) in table.rows.enumerated() {
            var column = 0
            for cell in cells {
                while covered[column, default: 0] > row { column += 1 }
                let columns = column..<column + cell.columnSpan
                let rows = row..<row + cell.rowSpan
                for column in columns { covered[column] = rows.upperBound }
                pieces.append(Piece(text: cell.text, columns: columns, rows: rows))
                column = columns.upperBound
            }
        }
    }

    private var table: Table {
        var rows = Array(repeating: [Table.Cell](), count: rowCount)
        let sorted = pieces.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
        for piece in sorted where rows.indices.contains(piece.rows.lowerBound) {
            rows[piece.rows.lowerBound].append(
                Table.Cell(piece.text, columnSpan: piece.columns.count, rowSpan: piece.rows.count))
        }
        return Table(rows: rows)
    }

    private mutating func mend(_ breaks: [Table.PageBreak]) {
        var removed = 0
        var index = 0
        while index < breaks.count {
            let row = breaks[index].row - removed
            if let whole = joined(at: row, breaks[index...]) {
                self = whole.rows
                removed += whole.breaks
                index += whole.breaks
            } else {
                joinGroups(at: row)
                index += 1
            }
        }
    }

    /// The table with a row whole that breaks cut, and how many did; `nil` where the first of them cut none.
    private func joined(at row: Int, _ breaks: ArraySlice<Table.PageBreak>) -> (rows: CutRows, breaks: Int)? {
        var ends: [Table.PageBreak] = []
        for end in breaks.prefix(CutRows.mostParts - 1) {
            // A row that fills a page has a break above and one below.
            let place = end.row - breaks[breaks.startIndex].row
            guard place == ends.count,
                place == 0 || !beginsWithLabel(at: row + place - 1) && !beginsWithLabel(at: row + place)
            else { return nil }
            ends.append(end)
            var whole = self
            for (place, end) in ends.enumerated().reversed() {
                whole.fitBlanks(at: row + place)
                if place == 0, !whole.areOneRow(at: row, end) { break }
                whole.join(at: row + place, end)
                if place == 0 { return (whole, ends.count) }
            }
        }
        return nil
    }

    /// Whether a row of its own begins at a place.
    private func beginsWithLabel(at row: Int) -> Bool {
        pieces.contains { $0.rows.lowerBound == row && CutCell.isRow($0.text) }
    }

    /// Makes one of blank cells side by side that meet a single cell on the other side of a break: nothing shows their borders.
    private mutating func fitBlanks(at row: Int) {
        let above = pieces.filter { $0.rows.upperBound == row }
        let below = pieces.filter { $0.rows.lowerBound == row }
        guard above.count < CutRows.mostCells, below.count < CutRows.mostCells else { return }
        for (wide, narrow) in [(above, below), (below, above)] {
            for whole in wide {
                let parts = narrow.filter { whole.columns.contains($0.columns.lowerBound) }
                guard parts.count > 1, parts.allSatisfy({ $0.text.isEmpty && $0.rows == parts[0].rows }),
                    parts.reduce(0, { $0 + $1.columns.count }) == whole.columns.count,
                    let first = pieces.firstIndex(where: {
                        $0.rows == parts[0].rows && $0.columns.lowerBound == whole.columns.lowerBound
                    })
                else { continue }
                pieces[first].columns = whole.columns
                pieces.removeAll { piece in
                    piece.rows == parts[0].rows && piece.columns != whole.columns
                        && whole.columns.contains(piece.columns.lowerBound)
                }
            }
        }
    }

    /// The cells that meet where a page ends above a row.
    private func contacts(at row: Int) -> [Contact] {
        var above: [Range<Int>: Int] = [:]
        for index in pieces.indices where pieces[index].rows.upperBound == row { above[pieces[index].columns] = index }
        return pieces.indices.compactMap { index in
            guard pieces[index].rows.lowerBound == row, let other = above[pieces[index].columns] else { return nil }
            return Contact(above: other, below: index)
        }
    }

    private func half(_ contact: Contact, _ end: Table.PageBreak) -> CutCell {
        let (above, below) = (pieces[contact.above], pieces[contact.below])
        return CutCell(
            above: above.text, below: below.text, isFull: end.fullColumns.contains(above.columns.lowerBound),
            joinsRows: above.rows.count > 1 || below.rows.count > 1)
    }

    /// Whether a page cut the row above it, and a row is its lower half.
    private func areOneRow(at row: Int, _ end: Table.PageBreak) -> Bool {
        let contacts = contacts(at: row)
        let width = pieces.count { $0.rows.lowerBound == row }
        guard !contacts.isEmpty, contacts.count == width, width == pieces.count(where: { $0.rows.upperBound == row })
        else { return false }
        return CutCell.areOneRow(contacts.map { half($0, end) })
    }

    /// Makes one row of the one above a break and the one below.
    private mutating func join(at row: Int, _ end: Table.PageBreak) {
        join(contacts(at: row), end)
        for index in pieces.indices {
            let rows = pieces[index].rows
            let first = rows.lowerBound < row ? rows.lowerBound : rows.lowerBound - 1
            pieces[index].rows = first..<max(first, rows.upperBound > row ? rows.upperBound - 1 : rows.upperBound)
        }
        rowCount -= 1
    }

    /// Joins the heads and the labels of groups that go on beside a row that begins on its page.
    private mutating func joinGroups(at row: Int) {
        let end = Table.PageBreak(row: row)
        join(contacts(at: row).filter { half($0, end).isHeadOrGroup }, end)
    }

    private mutating func join(_ contacts: [Contact], _ end: Table.PageBreak) {
        for contact in contacts {
            pieces[contact.above].text = half(contact, end).joined
            pieces[contact.above].rows =
                pieces[contact.above].rows.lowerBound..<pieces[contact.below].rows.upperBound
        }
        let gone = Set(contacts.map(\.below))
        pieces = pieces.indices.filter { !gone.contains($0) }.map { pieces[$0] }
    }
}

/// What of one column stands above the end of a page, and what below.
private struct CutCell {
    var above: String
    var below: String
    /// The last line above runs to the end of its cell.
    var isFull: Bool
    /// One of the two stands beside several rows.
    var joinsRows: Bool

    /// Both as one. Numbers one under the other with room beside the upper one may be two: they stay on two lines.
    var joined: String {
        if above.isEmpty || below.isEmpty { return above + below }
        let areTwo = !isFull && CellReader.isValue(above) && CellReader.isValue(below)
        return areTwo ? "\(above)\n\(below)" : above + below
    }

    /// Whether both together are the head of a column or the label of a group, and the upper one alone is none.
    var isHeadOrGroup: Bool {
        guard !above.isEmpty, !below.isEmpty else { return false }
        let isGroup = FormLabels.entry(for: Label(joined)) == .group && FormLabels.entry(for: Label(above)) != .group
        return isGroup || TableHeads.isHead(joined) && !TableHeads.isHead(above)
    }

    /// Whether the cells are those of one row.
    static func areOneRow(_ cells: [CutCell]) -> Bool {
        let own = cells.filter { !$0.joinsRows && $0.group == nil }
        if TableHeads.isHead(Transcript.Line(own.map(\.joined))) { return areOneHead(own) }
        // Labels in two columns, as （七）总计 has one and 3.其他, are those of two rows.
        if own.contains(where: { $0.isLabel(\.above) }),
            own.contains(where: { $0.isLabel(\.below) && $0.above.isEmpty })
        {
            return false
        }
        if let label = own.last(where: { $0.hasLabel }) { return label.isOneLabel(beside: own) }
        // The numbers of table 4 stand below heads, not below a label.
        let halves = [own.map(\.above), own.map(\.below)]
        if halves.contains(where: { TableHeads.isHead(Transcript.Line($0)) }) { return false }
        return !own.contains { $0.hasWords(\.below) } || !own.contains { $0.hasWords(\.above) }
    }

    /// Whether most of what stands below is the end of a head. The numbers of table 4 stand below its heads, and so does a row of
    /// it that is not filled in.
    private static func areOneHead(_ cells: [CutCell]) -> Bool {
        let ends = cells.filter { !$0.below.isEmpty }
        return !ends.isEmpty && 2 * ends.count { TableHeads.isHead($0.joined) } > ends.count
    }

    /// The label of a group of rows that both make.
    private var group: FormLabels.Entry? {
        let entry = FormLabels.entry(for: Label(joined))
        return entry == .group || entry == .otherGroup ? entry : nil
    }

    private func hasWords(_ half: KeyPath<CutCell, String>) -> Bool {
        !self[keyPath: half].isEmpty && !CellReader.isValue(self[keyPath: half])
    }

    /// Whether a whole label stands on one side of the break.
    private func isLabel(_ half: KeyPath<CutCell, String>) -> Bool { CutCell.row(self[keyPath: half]) != nil }

    private var hasLabel: Bool { [above, below, joined].contains { CutCell.row($0) != nil } }

    /// Whether a text is the label of a row.
    static func isRow(_ text: String) -> Bool { row(text) != nil }

    /// The row of the form that a text is the label of, misprinted or not.
    private static func row(_ text: String) -> FormLabels.Entry? {
        let label = Label(text)
        if label.words == "总计" { return .requests(.total) }
        let entry = FormLabels.entry(for: label, inGroup: true) ?? FormLabels.nearest(to: label)
        return entry == .group || entry == .otherGroup ? nil : entry
    }

    /// Whether the label above, or its beginning, belongs to the row below.
    private func isOneLabel(beside cells: [CutCell]) -> Bool {
        if above.isEmpty || below.isEmpty { return true }
        guard CutCell.row(joined) != nil else {
            // A remark below a label. What stands beside it is a row of its own if it has all its numbers.
            return CutCell.row(above) != nil && CutCell.row(below) == nil && CutCell.isSparse(cells)
        }
        // A label that begins below with a number of its own is another row's, even where little of it stands there.
        if CutCell.row(below) == nil { return CutCell.row(above) == nil || Label(below).number.isEmpty }
        // What stands above a label with its number is the rest of the one before.
        return CutCell.row(above) == nil && Label(below).number.isEmpty
    }

    /// Whether numbers stand below in some columns only.
    private static func isSparse(_ cells: [CutCell]) -> Bool {
        let values = cells.filter { CellReader.isValue($0.above) || CellReader.isValue($0.below) }
        let below = values.count { CellReader.isValue($0.below) }
        return below > 0 && below < values.count
    }
}

extension Transcript.Line {
    /// A row of a table.
    fileprivate init(_ texts: [String]) {
        self.init(slots: texts.map { .text($0) }, isRow: true)
    }
}
