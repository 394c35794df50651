package import Foundation

/// A cell of a sheet, or several that are merged into one.
package struct SheetCell: Sendable, Equatable {
    /// What stands in a cell.
    package enum Content: Sendable, Equatable {
        case blank
        /// Text stays text, also where it looks like a formula.
        case text(String)
        case count(Int)
        /// Decimal digits: a number where a spreadsheet keeps all of them, else text.
        case decimal(String)
        /// A moment in the time of a zone.
        case moment(Date, TimeZone)
        /// Text that leads to a place relative to the workbook, an address with its characters escaped.
        case link(String, to: String)
    }

    /// How a cell looks.
    package enum Style: Sendable, Hashable, CaseIterable {
        case plain, head, label, good, careful, bad, calm
        /// To be filled in, also where the sheet is protected.
        case input
        /// Words about the sheet.
        case note
    }

    package var content: Content
    package var style: Style
    /// How many columns and rows it covers.
    package var columns: Int
    package var rows: Int

    package init(_ content: Content, _ style: Style = .plain, columns: Int = 1, rows: Int = 1) {
        self.content = content
        self.style = style
        self.columns = columns
        self.rows = rows
    }
}
