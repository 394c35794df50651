/// A table as the file shows it: rows of cells, each with the columns and rows it spans.
package struct Table: Sendable, Equatable, Codable {
    /// A cell, where it begins. What it spans is not repeated.
    package struct Cell: Sendable, Equatable, Codable {
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

    package var rows: [[Cell]]

    package init(rows: [[Cell]]) {
        self.rows = rows
    }
}
