import Reports
import Rules
import Testing

@testable import Office

/// What a ledger or a journal hands back is read within bounds.
@Suite struct ResultBoundsTests {
    /// A result as JSON, a number of it replaced.
    private func decode(_ old: String, as new: String) throws -> ReportResult {
        var result = Samples.result()
        result.disclosure?.licensing = 4_711
        result.requests?[RequestRow.received.rawValue] = [0, 0, 0, 0, 0, 0, 4_712]
        let text = try JSON.line(result)
        try #require(text.contains(old))
        return try JSON.value(ReportResult.self, from: text.replacing(old, with: new))
    }

    @Test(arguments: ["9223372036854775807", "1000000000001", "-1"])
    func `a cell out of bounds holds no number`(number: String) throws {
        #expect(try decode("4711", as: number).disclosure?.licensing == nil)
        let row = try decode("4712", as: number).requests?[RequestRow.received.rawValue] ?? nil
        #expect(row == [0, 0, 0, 0, 0, 0, nil])
    }

    @Test(arguments: [("\"year\":2024", "\"year\":9223372036854775807"), ("\"bytes\":31245", "\"bytes\":-1")])
    func `a year or a size that nothing has is an error`(old: String, new: String) {
        #expect(throws: DecodingError.self) { try decode(old, as: new) }
    }

    @Test func `a thousand reports of the largest numbers are summed`() throws {
        let largest = Count.bounds.upperBound
        var result = Samples.result()
        result.requests = result.requests?.mapValues { $0?.map { _ in largest } }
        result.disclosure?.fees = "999999999999.999999"
        let versions = (0..<1_000).map { Samples.version("单位\($0)", result: result) }
        let totals = Totals(year: 2024, versions: versions)
        #expect(totals.tally[.requestsCell(.received, .total)]?.count == 1_000 * largest)
        #expect(totals.tally[.disclosureCell(.fees, column: 0)]?.digits == "999999999999999.999")
        #expect(!totals.broken.isEmpty)
        #expect(try TotalsFile.json(for: totals).contains("\(1_000 * largest)"))
    }
}
