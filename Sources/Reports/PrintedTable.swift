/// A table of numbers as the report prints it, its rows by their ids.
package struct PrintedTable<ID: Hashable & Sendable>: Sendable, Equatable {
    /// The rows that are there. One that is not was not found in the report.
    package var rows: [ID: PrintedRow]
    /// The section under whose heading the table stands; `nil` before the first heading.
    package var section: Section?

    package init(rows: [ID: PrintedRow] = [:], section: Section? = nil) {
        self.rows = rows
        self.section = section
    }

    package subscript(id: ID) -> PrintedRow? { rows[id] }
}
