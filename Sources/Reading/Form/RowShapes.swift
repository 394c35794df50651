/// Where the numbers begin in the rows of a table, learnt from its full rows.
///
/// Programs leave empty places beside the numbers where the form merges cells, and how many depends on the row. A row with a blank
/// cell doesn't show by itself which of its empty places are cells. Rows of the same shape with all their numbers do.
struct RowShapes {
    private let columns: Int
    /// For each shape, where the numbers of its full rows begin; several answers are none.
    private let leads: [RowValues.Shape: Set<Int>]
    /// The width of most rows, label and places before it included.
    private let usualWidth: Int?

    init(_ rows: some Sequence<RowValues>, columns: Int) {
        var leads: [RowValues.Shape: Set<Int>] = [:]
        var widths: [Int: Int] = [:]
        for row in rows {
            widths[row.shape.width, default: 0] += 1
            if let lead = row.lead(columns: columns) { leads[row.shape, default: []].insert(lead) }
        }
        self.columns = columns
        self.leads = leads
        usualWidth = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The place at which the numbers of a row of a shape begin; `nil` where that is not known.
    func start(of shape: RowValues.Shape) -> Int? {
        if let known = leads[shape] { return known.count == 1 ? known.first : nil }
        return shape.places == columns && shape.width == usualWidth ? 0 : nil
    }
}
