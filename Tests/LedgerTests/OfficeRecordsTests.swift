import Fixtures
import Foundation
import GRDB
import Office
import Reports
import SystemPackage
import Testing

@testable import Ledger

/// What others learn of an office by its records.
@Suite struct OfficeRecordsTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let now = Date(timeIntervalSince1970: 1_739_200_000)

    init() throws {
        scratch = try ScratchFolder()
        ledger = try Ledger(in: FilePath(scratch.path("")))
    }

    private func entries() async throws -> [Entry] {
        try await ledger.records(without: .confirmed, limit: .max).map(\.entry)
    }

    @Test func `each record names the office, once it has a name`() async throws {
        try await ledger.append([.started], at: now)
        try await ledger.name(office: "青岚市政务公开办公室")
        try await ledger.append([.stopping], at: now)
        #expect(try await entries().map { $0.fields["OFFICE"] } == [nil, "青岚市政务公开办公室"])
        try await ledger.name(office: "")
        try await ledger.append([.started], at: now)
        #expect(try await entries().last?.fields["OFFICE"] == nil)
    }

    @Test func `the name is part of the chain`() async throws {
        try await ledger.name(office: "青岚市")
        try await ledger.append([.started], at: now)
        let record = try #require(try await ledger.read { try StoredRecord.last(before: .max, in: $0) })
        #expect(RecordChain.link(after: "", record) == record.chain)
        let other = StoredRecord(
            number: 1, event: record.event, priority: record.priority, message: record.message,
            fields: record.fields.replacing("青岚市", with: "海州市"), at: record.at)
        #expect(RecordChain.link(after: "", other) != record.chain)
    }

    @Test func `a roster is told of when it is another one, without whom to ask`() async throws {
        var deadlines = Deadlines()
        deadlines.groups["市直部门"] = Deadlines.Dates(submit: MonthDay("1-20"))
        deadlines.movesToWorkday = true
        deadlines.calendar = WorkCalendar(exceptions: [Period.Day(year: 2025, month: 1, day: 28): false])
        let roster = Roster(
            [
                Agency(name: "财政局", group: "市直部门", deadline: MonthDay("1-26"), contact: "周老师 138"),
                Agency(name: "人民政府", sumsUp: true),
            ], deadlines: deadlines)
        try await ledger.note(Roster(), at: now)
        #expect(try await entries().isEmpty)
        try await ledger.note(roster, at: now)
        try await ledger.note(roster, at: now + 1)
        let told = try await entries()
        #expect(told.map(\.event) == [.roster])
        #expect(told[0].fields["FACTS"]?.contains("周老师") == false)
        let known = try #require(try await ledger.read(Ledger.roster)).roster
        #expect(known.agencies.map(\.name) == ["财政局", "人民政府"])
        for agency in roster.agencies {
            let same = try #require(known.agency(named: agency.name))
            #expect(known.deadlines.submit(of: same, for: 2024) == roster.deadlines.submit(of: agency, for: 2024))
        }
        try await ledger.note(Roster(), at: now + 2)
        #expect(try await entries().map(\.event) == [.roster, .roster])
        #expect(try await entries().last?.message == "不再按名录收报告。")
    }

    @Test func `a roster is made anew from its record`() async throws {
        try await ledger.note(Roster([Agency(name: "财政局")]), at: now)
        let all = try await ledger.read { try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number") }
        try scratch.makeFolder("anew")
        _ = try LedgerBuilder(in: FilePath(scratch.path("anew")), id: ledger.id).build { take in
            for record in all { try take(record, true) }
            return LeftOut()
        }
        try LedgerFile.adoptRebuilt(in: FilePath(scratch.path("anew")))
        let anew = try Ledger(in: FilePath(scratch.path("anew")), making: .never)
        #expect(try await anew.read(Ledger.roster)?.bodies.map(\.name) == ["财政局"])
    }
}
