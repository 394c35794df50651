/// The numbers of the three tables, cell by cell, and what several reports come to together.
package struct Tally: Sendable, Equatable {
    /// Every cell of the three tables, in the order of the form.
    package static let places: [Place] =
        DisclosureRow.allCases.flatMap { places(of: $0) } + RequestRow.allCases.flatMap { places(of: $0) }
        + ReviewBlock.allCases.flatMap { places(of: $0) }

    private static let indices = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    /// No number stands in a cell, or one that is not small and whole.
    private static let none: Int32 = -1

    /// Thousands of tallies are held side by side, so each cell takes four bytes: small whole numbers in the order of `places`.
    private var counts = [Int32](repeating: none, count: places.count)
    /// Money, and counts that are beyond measure.
    private var others: [Int: ExactDecimal] = [:]

    /// A tally of nothing.
    package init() {}

    /// The number in a cell; `nil` where none stands, or for a place that is no cell.
    package subscript(place: Place) -> ExactDecimal? {
        get { Self.indices[place].flatMap { self[at: $0] } }
        set { if let index = Self.indices[place] { self[at: index] = newValue } }
    }

    private subscript(at index: Int) -> ExactDecimal? {
        get { counts[index] == Self.none ? others[index] : ExactDecimal(Int(counts[index])) }
        set {
            let small = newValue?.count.flatMap(Int32.init(exactly:))
            counts[index] = small ?? Self.none
            others[index] = small == nil ? newValue : nil
        }
    }

    /// The cells in which no number stands.
    package var gaps: [Place] {
        Self.places.indices.filter { counts[$0] == Self.none && others[$0] == nil }.map { Self.places[$0] }
    }

    /// Adds another tally, cell by cell. A cell without a number adds nothing.
    package static func += (tally: inout Tally, other: Tally) {
        for index in places.indices {
            guard let number = other[at: index] else { continue }
            tally[at: index] = tally[at: index].map { $0 + number } ?? number
        }
    }

    /// The tables as a report prints them, so that whatever reads a report's tables reads these.
    package var report: Report {
        var report = Report()
        report.disclosure = table { row in Self.places(of: row) }
        report.requests = table { row in Self.places(of: row) }
        report.review = table { block in Self.places(of: block) }
        return report
    }

    private func table<ID: FormRow>(_ places: (ID) -> [Place]) -> PrintedTable<ID> {
        PrintedTable(rows: Dictionary(uniqueKeysWithValues: ID.allCases.map { ($0, row(places($0))) }))
    }

    private func row(_ places: [Place]) -> PrintedRow {
        let numbers = places.map { self[$0] }
        return PrintedRow(
            label: "", cells: numbers.map(Self.cell), printed: numbers.count,
            excerpt: numbers.map { $0?.digits ?? "" }.joined(separator: "\t"))
    }

    private static func cell(_ number: ExactDecimal?) -> Cell {
        guard let number else { return .blank }
        return number.count.map(Cell.count) ?? .amount(number.digits)
    }

    /// The cells of a row of table 2.
    package static func places(of row: DisclosureRow) -> [Place] {
        row.columns.indices.map { .disclosureCell(row, column: $0) }
    }

    /// The cells of a row of table 3.
    package static func places(of row: RequestRow) -> [Place] { Applicant.allCases.map { .requestsCell(row, $0) } }

    /// The cells of a block of table 4.
    package static func places(of block: ReviewBlock) -> [Place] {
        ReviewOutcome.allCases.map { .reviewCell(block, $0) }
    }
}
