import Reports

/// What stands after the label of a row, and how it falls into the columns of the form.
struct RowValues {
    /// The places after the label, blank ones as empty texts.
    var places: [String]

    init(_ slots: some Sequence<Transcript.Slot>) {
        places = slots.compactMap(\.text)
        spreadSingle()
    }

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

    /// Lays the places over the columns.
    ///
    /// There can be more places than columns: merged labels leave empty ones on either side. A row is taken only where one way of
    /// laying it is left; `lead`, learnt from rows of the same shape, can be what leaves one.
    func resolve(columns: Int, lead: Int? = nil) -> Resolved {
        guard let first = filled.first, let last = filled.last else {
            return Resolved(cells: Array(repeating: .blank, count: columns), printed: columns)
        }
        // A number with a gap in it may be one number or two.
        guard !places.contains(where: CellReader.hasGap) else { return Resolved(cells: nil, printed: filled.count) }
        if filled.count > columns { return surplus(columns: columns) }
        if filled.count == columns { return Resolved(cells: filled.map(cell), printed: columns) }
        guard places.count >= columns else { return Resolved(cells: nil, printed: filled.count) }

        let starts = max(0, last - columns + 1)...min(first, places.count - columns)
        guard let start = starts.count == 1 ? starts.lowerBound : lead, starts.contains(start) else {
            return Resolved(cells: nil, printed: filled.count)
        }
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
