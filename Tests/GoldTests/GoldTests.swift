import Daemon
import Foundation
import Office
import Testing

@Suite(
    "Real reports give what their gold files say", .enabled(if: !Gold.texts.isEmpty, "the real reports are not here"))
struct GoldTests {
    private func result(_ gold: Gold) async throws -> ReportResult {
        try await ReportChecker().result(of: Submission(gold.bytes(), sha256: "", file: gold.report))
    }

    @Test(arguments: Gold.texts)
    func `who reports, on which year, under which headings`(gold: Gold) async throws {
        let result = try await result(gold)
        #expect(result.agency == gold.agency)
        #expect(result.year == gold.year)
        #expect(result.sections == gold.sections)
    }

    @Test(arguments: Gold.texts)
    func `every cell of the three tables`(gold: Gold) async throws {
        let result = try await result(gold)
        #expect(result.requests == gold.requests)
        #expect(result.review == gold.review)
        let object = try JSONSerialization.jsonObject(with: Data(JSON.line(result).utf8)) as? NSDictionary
        #expect(object?["disclosure"] as? NSDictionary == (try gold.disclosure()))
    }
}
