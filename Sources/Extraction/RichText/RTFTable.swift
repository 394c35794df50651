import Documents
import ReaderInterface

/// A table of a Rich Text file while it is read. Rows say where their cells end; the columns are what all of them share.
struct RTFTable {
    /// What a row says of one of its cells, in the order of the cells.
    struct Definition {
        /// Where the cell ends, in twips.
        var right: Int
        var beginsMerge = false
        /// It goes on the cell above it.
        var goesDown = false
        /// It goes on the cell to its left.
        var goesRight = false
    }

    private struct Row {
        var left: Int
        var cells: [(definition: Definition, blocks: [Block])]
    }

    /// Of the row that is read, or of the one before where it says nothing itself.
    private var definitions: [Definition] = []
    private var pending = Definition(right: 0)
    private var left = 0
    private var rows: [Row] = []
    private var cells: [[Block]] = []
    /// What stands in the cell that is read.
    var blocks: [Block] = []

    var isEmpty: Bool { rows.isEmpty && cells.isEmpty && blocks.isEmpty }
    /// How many cells the table has so far.
    private(set) var count = 0

    /// In a row, and in a table by their places: no more are to be found in earnest.
    private static let mostDefinitions = TableDraft.widestSpan
    /// In twips: borders nearer to each other are one.
    private static let near = 60.0
    /// The largest distance that is no mistake: 22 inches, as Word has it, and as much again.
    private static let farthest = 63_360

    mutating func beginDefinition() {
        definitions = []
        pending = Definition(right: 0)
        left = 0
    }

    /// Takes a word that says something of the row or of its next cell; `false` where it does not.
    mutating func define(_ word: String, _ number: Int?) -> Bool {
        let distance = min(max(number ?? 0, -RTFTable.farthest), RTFTable.farthest)
        switch word {
        case "trleft": left = distance
        case "clmgf", "clvmgf": if word == "clvmgf" { pending.beginsMerge = true }
        case "clmrg": pending.goesRight = true
        case "clvmrg": pending.goesDown = true
        case "cellx":
            pending.right = distance
            if definitions.count < RTFTable.mostDefinitions { definitions.append(pending) }
            pending = Definition(right: 0)
        default: return false
        }
        return true
    }

    mutating func endCell() {
        cells.append(blocks)
        blocks = []
        count += 1
    }

    mutating func endRow() {
        if !blocks.isEmpty { endCell() }
        // Some programs end a row with a cell that it does not have.
        while !definitions.isEmpty, cells.count > definitions.count, cells.last?.isEmpty ?? false { cells.removeLast() }
        guard !cells.isEmpty else { return }
        var right = left
        let row = cells.enumerated().map { index, blocks in
            // A cell of which the row says nothing is as wide as one usually is.
            var definition = definitions.indices.contains(index) ? definitions[index] : Definition(right: right + 1440)
            definition.right = max(right, definition.right)
            right = definition.right
            return (definition, blocks)
        }
        rows.append(Row(left: left, cells: row))
        cells = []
    }

    /// The table with its cells in columns.
    var draft: TableDraft {
        let borders = rows.flatMap { row in [Double(row.left)] + row.cells.map { Double($0.definition.right) } }
        let columns = borders.sorted().clusters(within: RTFTable.near, by: \.self).map { $0[$0.startIndex] }
        var draft = TableDraft()
        /// The cells of the row above that may go on, by the columns in which they begin.
        var above: [Int: (row: Int, cell: Int)] = [:]
        for row in rows {
            var current: [Int: (row: Int, cell: Int)] = [:]
            var column = RTFTable.column(of: row.left, in: columns)
            var cells = column > 0 ? [TableDraft.Cell(columnSpan: column)] : []
            for (definition, blocks) in row.cells {
                let end = max(RTFTable.column(of: definition.right, in: columns), column)
                let span = end - column
                if definition.goesRight, !cells.isEmpty {
                    cells[cells.count - 1].columnSpan += span
                } else if definition.goesDown, let first = above[column] {
                    draft.rows[first.row][first.cell].rowSpan += 1
                    current[column] = first
                } else {
                    if definition.beginsMerge || definition.goesDown {
                        current[column] = (draft.rows.count, cells.count)
                    }
                    cells.append(TableDraft.Cell(blocks: blocks, columnSpan: max(1, span)))
                }
                column = end
            }
            draft.rows.append(cells)
            above = current
        }
        return draft
    }

    /// The last border that is not beyond a place.
    private static func column(of place: Int, in borders: [Double]) -> Int {
        max(0, borders.firstPlace { $0 > Double(place) } - 1)
    }
}
