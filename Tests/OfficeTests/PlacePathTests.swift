import Reports
import Testing

@testable import Office

@Suite struct `The path of a place` {
    static let places: [Place] =
        [.file, .title, .period, .undividedOther]
        + Section.allCases.map(Place.section) + FormTable.allCases.map(Place.table)
        + DisclosureRow.allCases.map(Place.disclosure)
        + DisclosureRow.allCases.flatMap { row in row.columns.indices.map { .disclosureCell(row, column: $0) } }
        + RequestRow.allCases.map(Place.requests) + Applicant.allCases.map(Place.requestsColumn)
        + RequestRow.allCases.flatMap { row in Applicant.allCases.map { .requestsCell(row, $0) } }
        + ReviewBlock.allCases.map(Place.review)
        + ReviewBlock.allCases.flatMap { block in ReviewOutcome.allCases.map { .reviewCell(block, $0) } }

    @Test func `leads back to the place`() {
        for place in Self.places { #expect(Place(path: place.path) == place) }
    }

    @Test(arguments: ["", "requests/", "requests/received/elsewhere", "disclosure/rules/4", "section/7", "file/1", "x"])
    func `is refused where no place has it`(path: String) {
        #expect(Place(path: path) == nil)
    }
}
