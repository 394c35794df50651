extension WaiverSheet {
    /// A row of cells with its place in its sheet, counted from 1.
    package typealias Row = (number: Int, cells: [String])

    /// A line in which somebody has written something.
    package struct Filled: Sendable, Equatable {
        package var row: Int
        package var year: String
        package var agency: String
        package var version: Int?
        /// What tells the bytes of the version from others; `nil` where the list is of an edition that does not say.
        package var content: String?
        /// The finding; `nil` where the columns that nobody need see have been changed.
        package var key: FindingKey?
        /// The ledger whose list it is.
        package var ledger: String
        /// `Standing.Line.state` as it was when the list was made; `nil` where the list does not say.
        package var state: Int?
        /// What is to become of the finding, and why, as it was written.
        package var wish: String
        package var why: String
        /// What was found, in the words of the list.
        package var message: String

        /// Which finding of which body's report it is about.
        package struct Finding: Sendable, Hashable {
            let year, agency: String
            let key: FindingKey

            package init(year: String, agency: String, key: FindingKey) {
                (self.year, self.agency, self.key) = (year, agency, key)
            }
        }

        /// The body goes by any of its names.
        package func finding(_ names: FiledNames) -> Finding? {
            key.map { Finding(year: year, agency: names.body(agency), key: $0) }
        }
    }

    /// A list that somebody has filled in.
    package struct Reading: Sendable, Equatable {
        package var filled: [Filled] = []
        /// How many lines have nothing filled in.
        package var blank = 0

        /// The findings of which one line asks that they be waived and another that they count.
        package func contradictory(_ names: FiledNames) -> Set<Filled.Finding> {
            let wishes = filled.reduce(into: [Filled.Finding: Set<Wish>]()) { wishes, line in
                guard let finding = line.finding(names), let wish = Wish(rawValue: line.wish) else { return }
                wishes[finding, default: []].insert(wish)
            }
            return Set(wishes.filter { $0.value.count > 1 }.keys)
        }
    }

    /// What a person has filled in on the sheets of a workbook; `nil` where none of them is such a list. Columns go by their heads.
    package static func reading(of sheets: [[Row]]) -> Reading? {
        var reading: Reading?
        for rows in sheets {
            guard let start = rows.firstIndex(where: { places(in: $0.cells) != nil }),
                let places = places(in: rows[start].cells)
            else { continue }
            var sheet = reading ?? Reading()
            for row in rows[(start + 1)...] { take(row, places, &sheet) }
            reading = sheet
        }
        return reading
    }

    /// Where the columns are in the row of heads; `nil` for any other row.
    private static func places(in cells: [String]) -> [Column: Int]? {
        var places: [Column: Int] = [:]
        for (place, cell) in cells.enumerated() {
            if let column = Column(rawValue: cell.filter { !$0.isWhitespace }), places[column] == nil {
                places[column] = place
            }
        }
        let needed: [Column] = [.year, .agency, .version, .wish, .why, .rule, .at, .digest, .ledger]
        return needed.allSatisfy { places[$0] != nil } ? places : nil
    }

    private static func take(_ row: Row, _ places: [Column: Int], _ reading: inout Reading) {
        let cell = { (column: Column) -> String in
            guard let place = places[column], row.cells.indices.contains(place) else { return "" }
            return row.cells[place].trimmed(where: \.isWhitespace)
        }
        let (wish, why) = (cell(.wish), cell(.why))
        guard !wish.isEmpty || !why.isEmpty else {
            reading.blank += 1
            return
        }
        let (rule, at, digest) = (cell(.rule), cell(.at), cell(.digest))
        let isKey = !rule.isEmpty && !at.isEmpty && digest.utf8.count == 64
        reading.filled.append(
            Filled(
                row: row.number, year: cell(.year), agency: cell(.agency), version: Int(cell(.version)),
                content: places[.content].map { _ in cell(.content) },
                key: isKey ? FindingKey(rule: rule, at: at, digest: digest) : nil, ledger: cell(.ledger),
                state: Int(cell(.state)), wish: wish, why: why, message: cell(.message)))
    }
}
