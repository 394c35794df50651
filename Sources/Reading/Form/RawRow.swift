import Reports

/// A row of numbers as it was met, before its values are laid over the columns.
struct RawRow {
    /// What the label stands for.
    var entry: FormLabels.Entry
    var label: String
    var wording: PrintedRow.Wording
    var values: RowValues
    /// The label with those of its groups, for quoting.
    var labels: [String]
    /// Other numbers under the same label in the same table: nobody can tell which of them are its own.
    var rivals: [RowValues] = []
    /// The line on which the row stands.
    var line: Int

    /// The row with its values in the columns of the form.
    func printed(columns: Int, shapes: RowShapes) -> PrintedRow {
        let resolved = values.resolve(columns: columns, shapes: shapes)
        let others = rivals.map { (labels + $0.texts).joined(separator: " | ") }
        return PrintedRow(
            label: label, wording: wording, cells: rivals.isEmpty ? resolved.cells : nil,
            notes: rivals.isEmpty ? resolved.notes : [:], printed: resolved.printed,
            excerpt: ([(labels + resolved.raw).joined(separator: " | ")] + others).joined(separator: "\n"))
    }
}
