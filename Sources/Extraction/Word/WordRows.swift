import Documents

/// Lays the cells of a Word table out, row by row: cells that go on the one above or the one to the left become part of it.
struct WordRows {
    private(set) var draft = TableDraft()
    /// The cells of the row above that may go on, by the column of the grid in which they begin.
    private var above: [Int: (row: Int, cell: Int)] = [:]
    private var current: [Int: (row: Int, cell: Int)] = [:]
    private var column = 0

    /// Begins a row that leaves out the first columns of the grid.
    mutating func begin(before: Int) {
        above = current
        current = [:]
        column = min(before, TableDraft.widestSpan)
        draft.rows.append(before > 0 ? [TableDraft.Cell(columnSpan: column)] : [])
    }

    /// Adds the next cell of the row.
    mutating func add(_ blocks: [Block], _ properties: XMLElement?) {
        let row = draft.rows.count - 1
        let span = min(max(1, WordRows.number(properties?.child("gridSpan")) ?? 1), TableDraft.widestSpan)
        defer { column += span }
        if WordRows.goesOn(properties?.child("hMerge")), let last = draft.rows[row].indices.last {
            draft.rows[row][last].columnSpan += span
        } else if WordRows.goesOn(properties?.child("vMerge")), let first = above[column] {
            draft.rows[first.row][first.cell].rowSpan += 1
            current[column] = first
        } else {
            if properties?.child("vMerge") != nil { current[column] = (row, draft.rows[row].count) }
            draft.rows[row].append(TableDraft.Cell(blocks: blocks, columnSpan: span))
        }
    }

    /// The value of a property, where it is a number.
    static func number(_ property: XMLElement?) -> Int? { property?["val"].flatMap { Int($0) } }

    /// Whether a cell goes on another: a mark of merging that does not begin one.
    private static func goesOn(_ merge: XMLElement?) -> Bool {
        merge.map { $0["val"] != "restart" } ?? false
    }
}
