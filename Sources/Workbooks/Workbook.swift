/// A workbook: sheets of rows, as WPS and Excel open it.
package struct Workbook: Sendable, Equatable {
    package var sheets: [Sheet]

    /// A workbook of at least one sheet.
    package init(_ sheets: [Sheet]) { self.sheets = sheets }
}
