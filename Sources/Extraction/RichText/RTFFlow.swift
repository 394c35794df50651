import Documents
import ReaderInterface

/// Paragraphs and tables in the order of the text: those of the document, or of a text box.
struct RTFFlow {
    private(set) var blocks: [Block] = []
    private var tables: [RTFTable] = []
    private var paragraph = RTFText()
    /// What is drawn at the paragraph stands behind it.
    private var boxes: [Block] = []
    /// Whether a row has begun and not ended: some programs leave out the mark of its paragraphs.
    private var isInRow = false

    /// How deep tables may lie in each other.
    static let deepest = 16

    mutating func append(_ byte: UInt8, isChinese: Bool) { paragraph.append(byte, isChinese: isChinese) }

    mutating func append(unit: Int) { paragraph.append(unit: unit) }

    mutating func append(_ scalar: Unicode.Scalar) { paragraph.append(scalar) }

    mutating func append(box: [Block]) { boxes += box }

    /// Ends a paragraph that stands in so many tables.
    mutating func endParagraph(in depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        let text = paragraph.take()
        try allowance.take(text)
        let own = (text.allSatisfy(\.isWhitespace) ? [] : [Block.paragraph(text)]) + boxes
        boxes = []
        let depth = max(depth, isInRow ? 1 : 0)
        // A mark of paragraphs between two tables that says nothing parts them.
        try open(depth, &allowance)
        if depth == 0 { blocks += own } else { tables[depth - 1].blocks += own }
    }

    mutating func endCell(in depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        try endParagraph(in: max(1, depth), &allowance)
        tables[max(1, depth) - 1].endCell()
        try allowance.limits.check(.cells, tables.reduce(0) { $0 + $1.count })
    }

    mutating func endRow(in depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        try open(max(1, depth), &allowance)
        tables[max(1, depth) - 1].endRow()
        if depth <= 1 { isInRow = false }
    }

    mutating func beginDefinition(in depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        try open(max(depth, tables.count, 1), &allowance)
        tables[max(1, depth) - 1].beginDefinition()
        if depth <= 1 { isInRow = true }
    }

    mutating func define(_ word: String, _ number: Int?, in depth: Int) -> Bool {
        guard tables.count >= max(1, depth) else { return false }
        return tables[max(1, depth) - 1].define(word, number)
    }

    mutating func finish(_ allowance: inout Allowance) throws(Unreadable) -> [Block] {
        isInRow = false
        let depth = tables.count
        try endParagraph(in: depth, &allowance)
        try open(0, &allowance)
        return blocks
    }

    /// Closes the tables that are deeper, each into the cell in which it stands, and opens those that are missing.
    private mutating func open(_ depth: Int, _ allowance: inout Allowance) throws(Unreadable) {
        while tables.count > depth, var table = tables.popLast() {
            table.endRow()
            let own = try table.draft.blocks(&allowance)
            if tables.isEmpty { blocks += own } else { tables[tables.count - 1].blocks += own }
        }
        while tables.count < depth { tables.append(RTFTable()) }
    }
}
