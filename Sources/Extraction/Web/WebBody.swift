import Documents
import ReaderInterface

/// Turns what is in an element of a web page into blocks.
struct WebBody {
    private var allowance: Allowance
    private var blocks: [Block] = []
    private var line: WebLine
    /// The marker of the list item whose text comes next.
    private var marker = ""
    private var isPreformatted = false
    private let emptyLine: WebLine

    /// `lineEndIsSpace`: browsers draw nothing for a line end between Chinese characters, but some programs write one there only
    /// where a space was.
    init(limits: Limits, lineEndIsSpace: Bool) {
        allowance = Allowance(limits)
        emptyLine = WebLine(lineEndIsSpace: lineEndIsSpace)
        line = emptyLine
    }

    /// The blocks in an element, in order.
    mutating func blocks(in element: XMLElement) throws(Unreadable) -> [Block] {
        let outer = (blocks, line, marker)
        (blocks, line, marker) = ([], emptyLine, "")
        try take(contentsOf: element)
        try endLine()
        defer { (blocks, line, marker) = outer }
        return blocks
    }

    private mutating func take(contentsOf element: XMLElement) throws(Unreadable) {
        for node in element.nodes {
            switch node {
            case .text(let text): line.append(text, isPreformatted: isPreformatted)
            case .element(let child) where child.isUndrawn: break
            case .element(let child): try take(child)
            }
        }
    }

    private mutating func take(_ element: XMLElement) throws(Unreadable) {
        switch element.name.local {
        case "br": line.breakLine()
        case "ol", "ul", "menu", "dir":
            try endLine()
            try takeList(element)
        case "table":
            try endLine()
            blocks += try table(element)
        case "pre":
            try endLine()
            let before = isPreformatted
            isPreformatted = true
            try take(contentsOf: element)
            isPreformatted = before
            try endLine()
        case _ where element.isRaised && !line.text.isEmpty && NoteMark.isMark(element.text): break
        case _ where element.isBlock:
            try endLine()
            try take(contentsOf: element)
            try endLine()
        default: try take(contentsOf: element)
        }
    }

    private mutating func takeList(_ element: XMLElement) throws(Unreadable) {
        var list = WebList(element)
        for node in element.nodes {
            guard case .element(let item) = node, !item.isUndrawn else { continue }
            if item.name.local == "li" { marker = list.next(item) }
            try take(item)
            try endLine()
        }
    }

    private mutating func endLine() throws(Unreadable) {
        defer { line = emptyLine }
        guard line.text.contains(where: { !$0.isWhitespace }) else { return }
        let text = ListMarker.joined(marker, line.text)
        marker = ""
        try allowance.take(text)
        blocks.append(.paragraph(text))
    }

    // MARK: Tables

    private mutating func table(_ element: XMLElement) throws(Unreadable) -> [Block] {
        var draft = TableDraft()
        let parts = WebRows(element)
        for row in parts.rows {
            var cells: [TableDraft.Cell] = []
            for cell in row {
                let columns = WebBody.span(cell["colspan"], atMost: TableDraft.widestSpan)
                let rows = WebBody.span(cell["rowspan"], atMost: .max)
                cells.append(
                    TableDraft.Cell(
                        blocks: try blocks(in: cell), columnSpan: max(1, columns),
                        // None at all stands for all that are left.
                        rowSpan: rows == 0 ? .max : rows))
            }
            draft.rows.append(cells)
        }
        var found: [Block] = []
        for other in parts.others where !other.isUndrawn {
            var holder = XMLElement(name: XMLName(.none, "div"))
            holder.nodes = [.element(other)]
            found += try blocks(in: holder)
        }
        return try found + draft.blocks(&allowance)
    }

    /// How many places a cell spans: digits, as far as there are any.
    private static func span(_ text: String?, atMost limit: Int) -> Int {
        let digits = (text ?? "1").drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return 1 }
        return min(Int(digits) ?? limit, limit)
    }
}
