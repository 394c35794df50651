import Documents
import ReaderInterface

/// Puts the paragraphs of a binary document together into blocks. Each says in how many tables it lies, and whether it ends a
/// cell or a row of the innermost.
struct NestedTables {
    /// A table that has not ended.
    private struct Open {
        var table = BinaryTable()
        /// The cells of the row that is being read, and what is in the cell that is.
        var cells: [[Block]] = []
        var blocks: [Block] = []
    }

    private let limits: Limits
    private var blocks: [Block] = []
    private var open: [Open] = []

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// Takes the blocks of the next paragraph.
    mutating func take(
        _ paragraph: [Block], depth: Int, endsCell: Bool, _ allowance: inout Allowance
    ) throws(Unreadable) {
        try reach(depth, &allowance)
        append(paragraph)
        guard endsCell, let last = open.indices.last else { return }
        open[last].cells.append(open[last].blocks)
        open[last].blocks = []
    }

    /// Takes the end of a row.
    mutating func endRow(_ format: ParagraphFormat, _ allowance: inout Allowance) throws(Unreadable) {
        try reach(format.depth, &allowance)
        guard let last = open.indices.last else { return }
        open[last].table.rows.append(BinaryTable.Row(cells: open[last].cells, format: format.row))
        open[last].cells = []
    }

    /// Takes the end of a row that a tracked change has deleted.
    mutating func dropRow(depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        try reach(depth, &allowance)
        guard let last = open.indices.last else { return }
        open[last].cells = []
    }

    /// All blocks. Tables that have not ended are closed.
    mutating func finish(_ allowance: inout Allowance) throws(Unreadable) -> [Block] {
        try reach(0, &allowance)
        return blocks
    }

    /// Opens or closes tables until so many are open.
    private mutating func reach(_ depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        try limits.check(.depth, depth)
        while open.count < depth { open.append(Open()) }
        while open.count > depth, var ended = open.popLast() {
            // A row without its end mark: its cells are kept.
            if !ended.blocks.isEmpty { ended.cells.append(ended.blocks) }
            if !ended.cells.isEmpty {
                ended.table.rows.append(BinaryTable.Row(cells: ended.cells, format: RowFormat()))
            }
            append(try ended.table.draft().blocks(&allowance))
        }
    }

    private mutating func append(_ new: [Block]) {
        if let last = open.indices.last { open[last].blocks += new } else { blocks += new }
    }
}
