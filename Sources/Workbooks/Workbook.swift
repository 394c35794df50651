/// A workbook: sheets of rows, as spreadsheet programs open it.
package struct Workbook: Sendable, Equatable {
    package init() {}
}
