import Documents
import ReaderInterface

/// Counts what is taken out of a file while it is taken, so that a limit holds before memory is spent.
struct Allowance {
    let limits: Limits
    private var characters = 0
    private var cells = 0

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// Counts a text.
    mutating func take(_ text: String) throws(Unreadable) {
        characters += text.unicodeScalars.count
        try limits.check(.characters, characters)
    }

    /// Counts what another reader took out of a part of the file.
    mutating func take(_ block: Block) throws(Unreadable) {
        switch block {
        case .paragraph(let text): try take(text)
        case .table(let table):
            for cell in table.rows.joined() {
                try take(cell.text)
                try takeCell(columns: cell.columnSpan, rows: cell.rowSpan)
            }
        }
    }

    /// Counts a cell by the places that it covers: what reads tables spreads a cell over all of them.
    mutating func takeCell(columns: Int, rows: Int) throws(Unreadable) {
        let (places, overflow) = columns.multipliedReportingOverflow(by: rows)
        guard !overflow, places <= limits.cells else { throw limits.reached(.cells) }
        cells += places
        try limits.check(.cells, cells)
    }
}
