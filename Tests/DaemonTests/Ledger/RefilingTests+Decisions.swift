import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import ReaderInterface
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// What the office has decided on reports that are filed anew, and what a ledger says of them that is made of its records.
extension RefilingTests {
    /// Decides on the current report of a body.
    private func decide(_ agency: String, why: String, _ wish: (Standing.Line) -> DecisionRequest.Wish) async throws {
        let version = try #require(try await bureau.versions().first { $0.agency == agency })
        let requests = version.standing.lines.filter { $0.finding.severity != .info }.map {
            DecisionRequest(year: version.year, agency: agency, wish($0), why: why)
        }
        #expect(!requests.isEmpty)
        for outcome in try await bureau.ledger.decide(
            requests, by: Decider(uid: 1_001, account: "wang"), at: bureau.now.date)
        {
            guard case .taken = outcome else { throw Undecided(outcome: outcome) }
        }
    }

    private struct Undecided: Error { let outcome: DecisionOutcome }

    @Test func `what the office has waived in it stays waived where it is filed then`() async throws {
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", reviewed: "99", as: "a.txt")
        #expect(try await bureau.reports() == ["青岚市教育局 2024 v1 returned"])
        try await decide("青岚市教育局", why: "已核实") { .waive($0.key) }
        #expect(try await bureau.reports() == ["青岚市教育局 2024 v1 accepted"])
        try await reload(Self.corrected)
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        let version = try #require(try await bureau.versions().first)
        #expect(version.standing.waived.allSatisfy { $0.waiver?.why == "归在“青岚市教育局”名下时已核销：已核实" })
        #expect(version.standing.waived.allSatisfy { $0.waiver?.who.account == "wang" })
        // What is taken back since stays so, there and back.
        try await decide("青岚市体育局", why: "有误") { .unwaive($0.key) }
        try await reload(Self.mistaken)
        #expect(try await bureau.reports() == ["青岚市教育局 2024 v2 returned"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what the office has waived in another report of the body stays there`() async throws {
        try await check(by: Self.merged)
        try await drop("青岚市体育局", reviewed: "99", as: "a.txt")
        try await decide("青岚市文体局", why: "已核实") { .waive($0.key) }
        try await drop("青岚市文旅局", reviewed: "99", as: "b.txt")
        #expect(try await bureau.reports() == ["青岚市文体局 2024 v2 accepted"])
        try await reload(Roster([Agency(name: "青岚市文体局"), Agency(name: "青岚市体育局"), Agency(name: "青岚市文旅局")]))
        #expect(
            try await bureau.reports() == ["青岚市体育局 2024 v1 accepted", "青岚市文旅局 2024 v1 returned"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a verdict of the office goes along where the check comes to the same`() async throws {
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", reviewed: "99", as: "a.txt")
        let request = DecisionRequest(year: "2024", agency: "青岚市教育局", .overrule(.accepted), why: "已核对")
        _ = try await bureau.ledger.decide(
            [request], by: Decider(uid: 1_001, account: "wang"), at: bureau.now.date)
        try await reload(Self.corrected)
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        #expect(
            try await bureau.versions().first?.standing.overrule?.why == "归在“青岚市教育局”名下时已改定：已核对")
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a ledger that is made anew has the same reports, decisions, totals and pages`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", reviewed: "99", as: "a.txt")
        try await decide("青岚市教育局", why: "已核实") { .waive($0.key) }
        try await drop("青岚市教育局", licensing: "12", as: "b.txt")
        try await drop("青岚市体育局", licensing: "13", reviewed: "99", as: "tiyu/c.txt")
        for roster in [Self.corrected, Self.mistaken, Self.corrected] {
            try await reload(roster)
            await bureau.publisher(roster: roster).publish(at: bureau.now)
        }
        let renamed = Roster([
            Agency(name: "青岚市教体局", otherNames: ["青岚市教育局"]), Self.corrected.agencies[1],
        ])
        try await reload(renamed)
        await bureau.publisher(roster: renamed).publish(at: bureau.now)
        try bureau.move("b.txt", to: "tiyu/b.txt")
        await bureau.work()
        await bureau.publisher(roster: renamed).publish(at: bureau.now)
        let copy = try await bureau.madeAnew()
        #expect(try copy.register(roster: renamed) == bureau.ledger.register(roster: renamed))
        #expect(try copy.totals(of: 2024, roster: renamed) == bureau.ledger.totals(of: 2024, roster: renamed))
        let count = try await copy.records(without: .sent, limit: 1000).count
        let context = DaemonContext(
            ledger: copy, status: DaemonStatus(), liveness: Liveness(allowances: [:]), log: .silent)
        try bureau.scratch.makeFolder("again")
        try await copy.enqueueEverything()
        await Publisher(
            folder: FilePath(bureau.scratch.path("again")),
            Publisher.Plan(roster: renamed, validFor: .seconds(600)), context
        ).publish(at: bureau.now)
        // The copy's are in the journal.
        try await bureau.ledger.mark(bureau.records(), .sent, at: bureau.now.date)
        try await bureau.ledger.enqueueEverything()
        await bureau.publisher(roster: renamed).publish(at: bureau.now)
        #expect(try await copy.records(without: .sent, limit: 1000).count == count, "nothing is decided once more")
        let (files, again) = try (bureau.scratch.files(in: "status"), bureau.scratch.files(in: "again"))
        #expect(files.keys.sorted() == again.keys.sorted())
        // A workbook says when it was made.
        for (name, bytes) in files where !name.hasSuffix(".xlsx") {
            #expect(again[name].map { String(decoding: $0, as: UTF8.self) } == String(decoding: bytes, as: UTF8.self))
        }
    }
}
