import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// Reports of one text that come together, through the real reader and the real rules.
@Suite("Copies that come together")
struct CopiesTests {
    private let bureau: Bureau
    private static let agencies = ["青岚市水利局", "青岚市林业局", "青岚市民政局", "青岚市财政局", "青岚市审计局"]
    private static let first = agencies.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }

    init() async throws {
        bureau = try await Bureau()
        let checker = ReportChecker(knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
    }

    /// Puts a report of each agency into the inbox; they are judged in the order in which they were put there.
    private func drop(_ agencies: [String]) throws {
        for (minute, agency) in agencies.enumerated() {
            var report = SampleReport()
            report.agency = agency
            try bureau.drop(TextLayout.tabs.text(of: report), as: "\(agency).txt")
            try bureau.date("\(agency).txt", bureau.now.date + Double(minute * 60))
        }
    }

    private func copies() async throws -> Set<String> {
        Set(
            try await bureau.versions().filter { $0.result.findings.contains { $0.rule == "near-copy" } }
                .map(\.agency))
    }

    private func recheck() async throws -> [Recheck.Change] {
        try await Recheck(settings: bureau.settings, roster: Roster()).run(records: false, at: bureau.now.date)
    }

    @Test(arguments: [agencies, agencies.reversed(), agencies.sorted()])
    func `all but one are copies, in whatever order they are judged, and a recheck says the same`(
        _ order: [String]
    ) async throws {
        try drop(order)
        await bureau.work()
        #expect(try await copies() == Set(Self.agencies).subtracting([Self.first].compactMap(\.self)))
        #expect(try await recheck().allSatisfy { !$0.isChange })
        #expect(try await bureau.messages(of: .judged).count == Self.agencies.count)
    }

    @Test func `what came later is a copy, and what it was copied from is not judged again`() async throws {
        try drop(["青岚市水利局"])
        await bureau.work()
        try drop(["青岚市林业局"])
        await bureau.work()
        #expect(try await copies() == ["青岚市林业局"])
        #expect(try await bureau.messages(of: .rejudged) == [])
    }

    @Test func `what a kill has left to be judged again the next run takes up`() async throws {
        try drop(Self.agencies)
        let checker = ReportChecker(knowledge: bureau.ledger)
        // The reader is gone once all have been judged.
        try await bureau.check {
            guard $0.version == nil else { throw WorkerFailure.unavailable("试验") }
            return try await checker.check($0, to: $1)
        }
        await bureau.work()
        try await bureau.check { try await checker.check($0, to: $1) }
        await bureau.work()
        #expect(try await copies().count == Self.agencies.count - 1)
    }
}
