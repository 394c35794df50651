/// Where the numbers begin in the rows of a table, learnt from its full rows.
///
/// Programs leave empty places beside the numbers where the form merges cells, and how many depends on the row. A row with a blank
/// cell doesn't show by itself which of its empty places are cells. Rows of the same shape with all their numbers do.
struct RowShapes {
    private let columns: Int
    /// For each shape, where the numbers of its full rows begin; several answers are none.
    private let leads: [RowValues.Shape: Set<Int>]
    /// How many places follow the label in most rows whose labels stand in the same place.
    private let usualPlaces: [Int: Int]
    /// The width of most rows, label and places before it included.
    private let usualWidth: Int?
    /// Whether as many places as the form has columns follow every label of the table: then each place is a cell.
    private let isPlain: Bool

    init(_ rows: some Sequence<RowValues>, columns: Int) {
        var leads: [RowValues.Shape: Set<Int>] = [:]
        var places: [Int: [Int: Int]] = [:]
        var widths: [Int: Int] = [:]
        var isPlain = true
        for row in rows {
            places[row.shape.label, default: [:]][row.shape.places, default: 0] += 1
            isPlain = isPlain && row.shape.places == columns
            widths[row.shape.width, default: 0] += 1
            if let lead = row.lead(columns: columns) { leads[row.shape, default: []].insert(lead) }
        }
        self.columns = columns
        self.isPlain = isPlain
        self.leads = leads
        usualPlaces = places.compactMapValues(RowShapes.most)
        usualWidth = RowShapes.most(widths)
    }

    /// The place at which the numbers of a row of a shape begin; `nil` where that is not known.
    func start(of shape: RowValues.Shape) -> Int? {
        if let known = leads[shape] { return known.count == 1 ? known.first : nil }
        return isPlain || shape.places == columns && shape.width == usualWidth ? 0 : nil
    }

    /// Whether a row lies as most of its like do. In one that does not, a cell may be lost or be one too many: an empty place at
    /// either end of its numbers need not be a blank cell of the form.
    func isUsual(_ shape: RowValues.Shape) -> Bool { usualPlaces[shape.label] == shape.places }

    /// What was met most often; of several the largest.
    private static func most(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
