import Documents
import ReaderInterface

/// Turns what is in the body of an OpenDocument text into blocks, counting lists on the way.
///
/// Text that a tracked change took away lies apart in `text:tracked-changes`; what it brought stands in its place.
struct OpenDocumentBody {
    private let styles: OpenDocumentStyles
    private var counters: OpenDocumentCounters
    private var allowance: Allowance
    /// The places of tables met so far: repeats are counted before they are made.
    private var places = 0

    init(_ styles: OpenDocumentStyles, limits: Limits) {
        self.styles = styles
        counters = OpenDocumentCounters(styles)
        allowance = Allowance(limits)
    }

    /// The blocks in a body, a section, a cell or a text box, in order. A text box follows the paragraph on which it hangs.
    mutating func blocks(in container: XMLElement) throws(Unreadable) -> [Block] {
        var blocks: [Block] = []
        for element in container.elements { blocks += try self.blocks(of: element, marker: nil) }
        return blocks
    }

    /// The blocks of one element. `marker` is the number of the list item that it begins.
    private mutating func blocks(of element: XMLElement, marker: String?) throws(Unreadable) -> [Block] {
        switch (element.name.namespace, element.name.local) {
        case (.odfText, "p"), (.odfText, "h"): try paragraph(element, marker)
        case (.odfText, "list"): try list(element)
        case (.odfTable, "table"): try table(element)
        case (.odfText, "tracked-changes"): []
        case (.odfText, "section") where element["display"] == "none": []
        // Sections, indexes, and what is drawn: frames, their text boxes, shapes with text, groups of them.
        case (.odfText, _), (.odfDraw, _): try blocks(in: element)
        default: []
        }
    }

    private mutating func paragraph(_ element: XMLElement, _ marker: String?) throws(Unreadable) -> [Block] {
        let line = try OpenDocumentLine(element, styles: styles, limits: allowance.limits)
        let text = ListMarker.joined(marker ?? counters.nextHeading(element), line.text)
        try allowance.take(text)
        var blocks: [Block] = text.allSatisfy(\.isWhitespace) ? [] : [.paragraph(text)]
        for box in line.boxes { blocks += try self.blocks(of: box, marker: nil) }
        return blocks
    }

    // MARK: Lists

    private mutating func list(_ element: XMLElement) throws(Unreadable) -> [Block] {
        counters.begin(element)
        defer { counters.end() }
        var blocks: [Block] = []
        for item in element.elements where item.name.namespace == .odfText {
            // Only the first paragraph of an item has its number; an item that holds but a list of its own has none.
            var isNumbered = item.name.local != "list-item"
            for child in item.elements {
                let isParagraph = child.is(.odfText, "p") || child.is(.odfText, "h")
                let marker = isParagraph && !isNumbered ? counters.next(item, child) : ""
                isNumbered = isNumbered || isParagraph
                blocks += try self.blocks(of: child, marker: isParagraph ? marker : nil)
            }
        }
        return blocks
    }

    // MARK: Tables

    private mutating func table(_ element: XMLElement) throws(Unreadable) -> [Block] {
        var rows = OpenDocumentRows()
        try take(rowsIn: element, into: &rows)
        return try rows.draft.blocks(&allowance)
    }

    private mutating func take(rowsIn element: XMLElement, into rows: inout OpenDocumentRows) throws(Unreadable) {
        for child in element.elements where child.name.namespace == .odfTable {
            switch child.name.local {
            case "table-row": try take(row: child, into: &rows)
            case "table-header-rows", "table-rows", "table-row-group": try take(rowsIn: child, into: &rows)
            default: break
            }
        }
    }

    private mutating func take(row: XMLElement, into rows: inout OpenDocumentRows) throws(Unreadable) {
        guard !["collapse", "filter"].contains(row["visibility"]) else { return }
        var cells: [OpenDocumentRows.Cell] = []
        for element in row.elements where element.name.namespace == .odfTable {
            guard ["table-cell", "covered-table-cell"].contains(element.name.local) else { continue }
            let isCovered = element.name.local == "covered-table-cell"
            // What a merge covers is kept in the file but not shown.
            var cell = OpenDocumentRows.Cell(element, isCovered: isCovered)
            if !isCovered { cell.blocks = try blocks(in: element) }
            let count = element.count("number-columns-repeated")
            try take(places: count, of: cell)
            for _ in 1..<count { try take(textOf: cell) }
            cells += Array(repeating: cell, count: count)
        }
        for repetition in 0..<row.count("number-rows-repeated") {
            if repetition > 0 {
                for cell in cells {
                    try take(places: 1, of: cell)
                    try take(textOf: cell)
                }
            }
            try take(places: 1 + rows.add(cells), of: nil)
        }
    }

    /// Counts places of a table before they are made.
    private mutating func take(places count: Int, of cell: OpenDocumentRows.Cell?) throws(Unreadable) {
        let (added, isTooWide) = count.multipliedReportingOverflow(by: cell?.columnSpan ?? 1)
        let (sum, isTooMany) = places.addingReportingOverflow(added)
        guard !isTooWide, !isTooMany else { throw allowance.limits.reached(.cells) }
        places = sum
        try allowance.limits.check(.cells, places)
    }

    /// Counts the text of a cell once more, as it is repeated.
    private mutating func take(textOf cell: OpenDocumentRows.Cell) throws(Unreadable) {
        for block in cell.blocks { try allowance.take(block) }
    }
}
