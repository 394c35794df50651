/// A sheet of a workbook.
package struct Sheet: Sendable, Equatable {
    /// At most 31 characters, none of `[]:*?/\`.
    package var name: String
    /// How wide each column is, in characters of Latin text.
    package var widths: [Double]
    /// How many rows and columns stay in view, and are printed on every page.
    package var frozenRows: Int
    package var frozenColumns: Int
    /// Whether the last frozen row has the buttons that filter what is below.
    package var hasFilter: Bool
    package var isLandscape: Bool
    /// How high rows are, by their places, in points; the others are as high as they need to be.
    package var heights: [Int: Double] = [:]
    /// The columns that don't show.
    package var hiddenColumns: Set<Int> = []
    /// The words of which a cell has one, by the column: below the frozen rows they can be chosen from a list, and no others be written.
    package var choices: [Int: [String]] = [:]
    /// Only the cells that are to be filled in (`SheetCell.Style.input`) can be changed. No password is asked for: it keeps off mishaps.
    package var isProtected = false
    package var rows: [[SheetCell]]

    package init(
        _ name: String, widths: [Double], frozenRows: Int = 0, frozenColumns: Int = 0, hasFilter: Bool = false,
        isLandscape: Bool = false, rows: [[SheetCell]]
    ) {
        self.name = name
        self.widths = widths
        self.frozenRows = frozenRows
        self.frozenColumns = frozenColumns
        self.hasFilter = hasFilter
        self.isLandscape = isLandscape
        self.rows = rows
    }

    /// Whether any cell reaches down into other rows.
    var hasTallCells: Bool { rows.contains { $0.contains { $0.rows > 1 } } }
}
