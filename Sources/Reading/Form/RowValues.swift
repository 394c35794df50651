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
    let places: [String]
    /// Which of them hold a value.
    private let filled: [Int]
    /// The last place that the label's cell takes in its line; -1 where there is none.
    private let label: Int

    /// The slots behind a label; those that its cell covers are no places.
    init(_ slots: some Collection<Transcript.Slot>, label: Int = -1) {
        places = RowValues.spread(slots.compactMap(\.text))
        filled = places.indices.filter { [places] in !places[$0].isEmpty }
        self.label = label + (label < 0 ? 0 : slots.prefix { $0 == .covered }.count)
    }

    var shape: Shape { Shape(label: label, places: places.count) }

    /// How the places fall into the columns.
    struct Resolved: Equatable {
        /// The cells, one a column; `nil` where they can't be told apart.
        var cells: [Cell]?
        /// What stands in the cells whose number has something beside it, by column.
        var notes: [Int: String] = [:]
        /// How many values stood in the row.
        var printed: Int
        /// The texts this rests on, blank cells said in words.
        var raw: [String]
    }

    /// The values, blank places left out, each in one line.
    var texts: [String] { filled.map { Folding.oneLine(places[$0]) } }

    /// Whether there is any value at all.
    var isFilled: Bool { !filled.isEmpty }

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
            return laid(over: Array(repeating: "", count: columns))
        }
        let texts = filled.map { places[$0] }
        // A number with a gap in it may be one number or two.
        if texts.contains(where: CellReader.hasGap) { return untold(texts) }
        if texts.count == columns { return laid(over: texts) }
        if texts.count > columns { return surplus(texts, columns: columns) }
        guard let start = shapes.start(of: shape), start <= first, last < start + columns,
            start + columns <= places.count,
            shapes.isUsual(shape) || first == start && last == start + columns - 1
        else { return untold(texts) }
        return laid(over: Array(places[start..<start + columns]))
    }

    private func laid(over texts: [String]) -> Resolved {
        let readings = texts.map(CellReader.reading)
        let notes = readings.enumerated().compactMap { column, reading in reading.note.map { (column, $0) } }
        return Resolved(
            cells: readings.map(\.cell), notes: Dictionary(uniqueKeysWithValues: notes), printed: texts.count,
            raw: texts.map { $0.isEmpty ? Cell.blank.quoted : Folding.oneLine($0) })
    }

    private func untold(_ texts: [String]) -> Resolved {
        Resolved(cells: nil, printed: texts.count, raw: texts.map(Folding.oneLine))
    }

    /// More values than columns: whichever is left out, the reading is the same only if all are equal.
    private func surplus(_ texts: [String], columns: Int) -> Resolved {
        var resolved = untold(texts)
        if Set(texts).count == 1 { resolved.cells = texts.prefix(columns).map(CellReader.cell) }
        return resolved
    }

    /// Numbers in one place with spaces between, each in a place of its own: `0 1 0 0 0 0 1`.
    private static func spread(_ places: [String]) -> [String] {
        guard places.count(where: { !$0.isEmpty }) == 1, let only = places.first(where: { !$0.isEmpty }),
            CellReader.areValues(only)
        else { return places }
        let parts = only.split(whereSeparator: \.isWhitespace).map(String.init)
        return parts.count > 2 ? parts : places
    }
}
