/// The rows that the form prints in one of its tables.
package protocol FormRow: Hashable, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    /// How many columns of numbers the form gives the row.
    var width: Int { get }
}

extension DisclosureRow: FormRow {
    package var width: Int { columns.count }
}

extension RequestRow: FormRow {
    package var width: Int { Applicant.allCases.count }
}

extension ReviewBlock: FormRow {
    package var width: Int { ReviewOutcome.allCases.count }
}

/// A table of numbers as the report prints it, its rows by their ids.
package struct PrintedTable<ID: FormRow>: Sendable, Equatable, Codable {
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
