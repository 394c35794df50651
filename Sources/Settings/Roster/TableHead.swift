import Office

/// The columns of a table that an office edits, by the words at their heads: their order is free.
struct TableHead<Column: RawRepresentable<String> & CaseIterable & Hashable> {
    /// What is wrong with the heads.
    private(set) var problems: [RosterProblem] = []
    private var places: [Column: Int] = [:]

    /// `required` has to be there.
    init(_ titles: [String], required: Column) {
        for (index, title) in titles.enumerated() {
            let title = title.filter { !$0.isWhitespace }
            if let column = Column(rawValue: title) {
                places[column] = index
            } else if !title.isEmpty {
                let nearest = Spelling.nearest(to: title, in: Column.allCases.map(\.rawValue))
                problems.append(.unknownColumn(title, nearest: nearest))
            }
        }
        if places[required] == nil { problems.append(.missingColumn(required.rawValue)) }
    }

    /// What a row has in a column, without white space at its ends.
    func value(_ column: Column, of fields: [String]) -> String {
        guard let place = places[column], fields.indices.contains(place) else { return "" }
        return fields[place].trimmed(where: \.isWhitespace)
    }
}
