import Daemon
import Foundation
import Office
import Rules
import Testing

@Suite(
    "The totals of real reports", .enabled(if: !Gold.texts.isEmpty, "the real reports are not here"))
struct TotalsGoldTests {
    /// The real reports as if all were accepted, each under a name of its own.
    private func totals() async throws -> Totals {
        var versions: [ReportVersion] = []
        for gold in Gold.texts {
            var result = try await ReportChecker().result(of: Submission(gold.bytes(), sha256: "", file: gold.report))
            result.verdict = .accepted
            versions.append(
                ReportVersion(
                    year: "2024", agency: gold.report, version: 1, receivedAt: .distantPast, result: result, path: ""))
        }
        return Totals(year: 2024, versions: versions)
    }

    /// The totals as `totals-2024.json` has them.
    private func file(_ totals: Totals) throws -> NSDictionary {
        let object = try JSONSerialization.jsonObject(with: Data(TotalsFile.json(for: totals).utf8))
        return try #require(object as? NSDictionary)
    }

    /// The gold tables of the reports that are in the sum.
    private func gold(_ totals: Totals) -> [Gold] {
        let included = Set(totals.included.map(\.agency))
        return Gold.texts.filter { included.contains($0.report) }
    }

    @Test func `each row is the sum of the gold rows`() async throws {
        let totals = try await totals()
        let file = try file(totals)
        let gold = gold(totals)
        #expect(gold.count > 1)
        for (name, rows) in [("requests", gold.map(\.requests)), ("review", gold.map(\.review))] {
            let summed = try #require(file[name] as? [String: [Int]])
            for (row, cells) in summed {
                let parts = rows.compactMap { ($0[row] ?? nil)?.compactMap { $0 } }
                #expect(cells == cells.indices.map { column in parts.reduce(0) { $0 + $1[column] } })
            }
        }
    }

    @Test func `fees are the decimal sum of the gold fees`() async throws {
        let totals = try await totals()
        let fees = try gold(totals).map { try #require($0.disclosure()?["fees_10k_yuan"] as? String) }
        let sum = try fees.reduce(Decimal.zero) { $0 + (try #require(Decimal(string: $1))) }
        #expect((try file(totals)["disclosure"] as? NSDictionary)?["fees_10k_yuan"] as? String == sum.description)
    }
}
