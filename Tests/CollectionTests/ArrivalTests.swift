import Fixtures
import Foundation
import Linux
import Office
import Reports
import Rules
import Testing

@testable import Collection
@testable import Ledger

/// What came last is what came last, whatever the clock of an office says: one that was years ahead hides nothing.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct ArrivalTests {
    private static let full = "qinglan@00000000000000000000000000000001-0000000000000001-0005"
    private static let ahead = Province.now + 300_000_000

    private let province: Province
    private let county: County

    init() async throws {
        province = try Province()
        county = try await County("青岚市", in: province.scratch, at: Province.now)
        for body in ["财政局", "水利局", "教育局"] { try await county.judge(body) }
    }

    private func age(_ file: String, to date: Date) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: date], ofItemAtPath: province.scratch.path("journals/remote-\(file).journal"))
    }

    @Test func `a record that is missing is told of, and the clock no longer`() async throws {
        let records = try await county.records()
        try province.send(Array(records[..<2]), from: Self.full, at: Self.ahead)
        #expect(try await province.collect().wrong() == ["青岚市 clock"])
        try province.send(Array(records[3...]), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.followedOffices().map(\.record) == [2])
        #expect(try ledger.wrong() == ["青岚市 gap"])
    }

    @Test func `an office can be silent again`() async throws {
        let records = try await county.records()
        let old = Province.now - 200_000
        try province.send(Array(records[..<2]), from: Self.full, at: Self.ahead)
        try province.send(Array(records[2...]), from: "qinglan", at: old)
        for file in [Self.full, "qinglan"] { try age(file, to: old) }
        #expect(try await province.collect().wrong() == ["青岚市 silent"])
    }

    @Test func `an office that goes on from a backup is noticed`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("民政局")
        try province.send(try await county.records(), from: Self.full, at: Self.ahead)
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("民政局", .returned)
        try province.send(try await restored.records().suffix(1), from: "qinglan")
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
    }

    @Test func `another ledger is noticed`() async throws {
        try province.send(try await county.records(), from: Self.full, at: Self.ahead)
        try await province.collect()
        let other = try await County("青岚市", in: province.scratch, as: "other", at: Province.now)
        try province.send(try await other.records(), from: "qinglan")
        #expect(try await province.collect().wrong() == ["青岚市 new-ledger"])
    }

    @Test func `a record that is missing is told of though an earlier one came once more`() async throws {
        try await county.judge("民政局")
        let records = try await county.records()
        try province.send(records.filter { $0.number != records.count - 1 }, from: "qinglan")
        try province.send([records[records.count - 3]], from: "qinglan", at: Province.now + 1)
        #expect(try await province.collect().wrong() == ["青岚市 gap"])
    }
}
