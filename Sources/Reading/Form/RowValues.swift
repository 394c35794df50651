import Reports

/// What stands after the label of a row, and how it falls into the columns of the form.
struct RowValues {
    /// How a row lies in its table: where its label stands, and how many places follow it.
    struct Shape: Hashable {
        var label: Int
        var places: Int

        /// All places of the row.
        var width: Int { label + 1 + places }
    }

    /// The places after the label, blank ones as empty texts.
    var places: [String]
    /// The place of the label in its line; -1 where there is none.
    private let label: Int

    init(_ slots: some Sequence<Transcript.Slot>, label: Int = -1) {
        places = slots.compactMap(\.text)
        self.label = label
        spreadSingle()
    }

    var shape: Shape { Shape(label: label, places: places.count) }

    /// The cells, one a column, and how many values stood in the row. `nil` cells: they can't be told apart.
    struct Resolved: Equatable {
        var cells: [Cell]?
        var printed: Int
    }

    private var filled: [Int] { places.indices.filter { !places[$0].isEmpty } }

    /// Where the first value stands if the row has exactly one value a column, side by side.
    func lead(columns: Int) -> Int? {
        guard filled.count == columns, let first = filled.first, let last = filled.last, last - first == columns - 1
        else {
            return nil
        }
        return first
    }

    /// Lays the places over the columns, as the shapes of the table's rows show where they begin.
    ///
    /// A row with a value for each column needs no shape. One with blanks is taken only where the shape is known and every value
    /// falls into a column: no number ever moves to its neighbour's place.
    func resolve(columns: Int, shapes: RowShapes) -> Resolved {
        guard let first = filled.first, let last = filled.last else {
            return Resolved(cells: Array(repeating: .blank, count: columns), printed: columns)
        }
        // A number with a gap in it may be one number or two.
        guard !places.contains(where: CellReader.hasGap) else { return Resolved(cells: nil, printed: filled.count) }
        if filled.count > columns { return surplus(columns: columns) }
        if filled.count == columns { return Resolved(cells: filled.map(cell), printed: columns) }
        guard let start = shapes.start(of: shape), start <= first, last < start + columns,
            start + columns <= places.count
        else { return Resolved(cells: nil, printed: filled.count) }
        return Resolved(cells: (start..<start + columns).map(cell), printed: columns)
    }

    /// More values than columns: whichever is left out, the reading is the same only if all are equal.
    private func surplus(columns: Int) -> Resolved {
        let same = filled.allSatisfy { places[$0] == places[filled[0]] }
        return Resolved(cells: same ? filled.prefix(columns).map(cell) : nil, printed: filled.count)
    }

    private func cell(at index: Int) -> Cell { CellReader.cell(places[index]) }

    /// Numbers in one place with spaces between: `0 1 0 0 0 0 1`.
    private mutating func spreadSingle() {
        guard filled.count == 1, let only = filled.first, CellReader.hasGap(places[only]) else { return }
        let parts = places[only].split(whereSeparator: \.isWhitespace).map(String.init)
        if parts.count > 2 { places = parts }
    }
}
