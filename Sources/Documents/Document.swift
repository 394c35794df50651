/// A document as its file shows it: paragraphs and tables in order. It knows nothing of the form.
package struct Document: Sendable, Equatable {
    package var blocks: [Block]

    package init(blocks: [Block] = []) {
        self.blocks = blocks
    }
}

/// A piece of a document.
package enum Block: Sendable, Equatable {
    /// Running text; it can hold line breaks.
    case paragraph(String)
    case table(Table)
}

/// A table as the file shows it: rows of cells, each with the columns and rows it spans.
package struct Table: Sendable, Equatable {
    /// A cell, where it begins. What it spans is not repeated.
    package struct Cell: Sendable, Equatable {
        /// The text, line breaks included; empty where the cell is blank.
        package var text: String
        package var columnSpan: Int
        package var rowSpan: Int

        package init(_ text: String, columnSpan: Int = 1, rowSpan: Int = 1) {
            self.text = text
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
        }
    }

    /// Where a page ended within the table. The rows above and below may be two, or the halves of one: pages close the borders
    /// of what they cut, so it takes the form to tell.
    package struct PageBreak: Sendable, Equatable {
        /// The first row on the next page.
        package var row: Int
        /// The columns whose last line above ran to the end of its cell: a number in it may go on below.
        package var fullColumns: [Int]

        package init(row: Int, fullColumns: [Int] = []) {
            self.row = row
            self.fullColumns = fullColumns
        }
    }

    package var rows: [[Cell]]
    /// From top to bottom; empty where the format has no pages.
    package var pageBreaks: [PageBreak]

    package init(rows: [[Cell]], pageBreaks: [PageBreak] = []) {
        self.rows = rows
        self.pageBreaks = pageBreaks
    }
}
