/// A rectangle of cells, as `A1:C3`.
struct CellRange {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    init?(_ text: String) {
        let ends = text.split(separator: ":").compactMap { CellReference($0) }
        guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column else {
            return nil
        }
        rows = first.row...last.row
        columns = first.column...last.column
    }
}
