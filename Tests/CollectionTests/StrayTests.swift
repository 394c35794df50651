import Alerts
import Fixtures
import Foundation
import Office
import Reports
import Rules
import Testing

@testable import Collection
@testable import Ledger

/// What comes under the numbers of an office's records and is none of them: it is told of, and nothing comes of it.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct StrayTests {
    private let province: Province
    private let county: County
    private let bodies = ["教育局", "水利局", "财政局"]

    init() async throws {
        province = try Province()
        county = try await County("青岚市", in: province.scratch, at: Province.now)
        for body in bodies { try await county.judge(body) }
    }

    private func send(_ entries: [JournalFiles.Entry], to file: String = "remote-qinglan.journal") throws {
        try JournalFiles.append(
            entries.map { $0 + Province.service }, to: province.scratch.path("journals/\(file)"),
            in: province.scratch, at: Province.now)
    }

    private func altered(_ record: Record, _ change: [String: String]) -> JournalFiles.Entry {
        record.journalFields.map { (name: $0.name, value: change[$0.name] ?? $0.value) }
    }

    /// What is shown of the office and told of it, twice: by a service that had the copy, and once more by one that has not.
    private func expect(_ wrong: [String], _ comment: Comment? = nil) async throws {
        for isAnew in [false, true] {
            if isAnew { try FileManager.default.removeItem(atPath: province.scratch.path("state/offices")) }
            let ledger = try await province.collect()
            #expect(try ledger.wrong() == wrong, comment)
            #expect(try ledger.bodies(of: "青岚市") == bodies.map { "\($0) 2024 accepted" }, comment)
        }
    }

    /// Ways in which somebody can write what a record was not.
    enum Forgery: CaseIterable {
        case sameLink, anotherLink, afterNothing, farBelow

        func change(of record: Record) -> [String: String] {
            let nowhere = String(repeating: "ab", count: 32)
            return switch self {
            case .sameLink: ["MESSAGE": "改过的"]
            case .anotherLink: ["MESSAGE": "改过的", "NIANBAO_CHAIN": nowhere]
            case .afterNothing: ["NIANBAO_CHAIN": nowhere]
            case .farBelow: ["NIANBAO_RECORD": "1", "NIANBAO_CHAIN": nowhere]
            }
        }
    }

    @Test(arguments: Forgery.allCases, [false, true])
    func `a forged record that fits nothing is told of, also below the end`(forgery: Forgery, isLater: Bool)
        async throws
    {
        let records = try await county.records()
        if isLater {
            try province.send(records.dropLast(), from: "qinglan")
            try await province.collect()
        }
        try send([altered(records[2], forgery.change(of: records[2]))])
        try province.send(isLater ? records.suffix(1) : records, from: "qinglan")
        try await expect(["青岚市 stray"])
        let ledger = try await province.collect()
        let person = Decider(uid: 1, account: "a")
        #expect(try await ledger.confirm("青岚市", why: "?", by: person, at: Province.now) == .nothingToConfirm)
        #expect(try await ledger.lasts(.officeChain))
    }

    @Test func `what follows from nothing can be what the office goes on with, until it goes on otherwise`()
        async throws
    {
        let records = try await county.records()
        try province.send(records.dropLast(), from: "qinglan")
        try send([altered(records[2], Forgery.afterNothing.change(of: records[2]))])
        #expect(try await province.collect().wrong() == ["青岚市 unlinked"])
        #expect(try await province.collect().wrong() == ["青岚市 unlinked"])
        try province.send(records.suffix(1), from: "qinglan")
        try await expect(["青岚市 stray"])
    }

    @Test func `a forged record is told of until the journal that has it is gone`() async throws {
        let records = try await county.records()
        try province.send(records, from: "qinglan")
        let old = "remote-qinglan@0123456789abcdef0123456789abcdef-0000000000000001-0006000000000000.journal"
        try send([altered(records[1], ["MESSAGE": "改过的"])], to: old)
        try await province.collect()
        try await county.judge("审计局")
        try province.send(try await county.records().suffix(1), from: "qinglan")
        #expect(try await province.collect().wrong() == ["青岚市 stray"])
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/\(old)"))
        #expect(try await province.collect().wrong().isEmpty)
    }

    @Test func `the same record once more, sealed or not, is no forgery`() async throws {
        let records = try await county.records()
        try province.send(records + records, from: "qinglan")
        try send(records.map { altered($0, ["NIANBAO_SEAL": ""]) })
        try await expect([])
    }

    @Test func `entries that are too long for records are passed over`() async throws {
        let records = try await county.records()
        let long = String(repeating: "长", count: 6 << 20)
        try send(Array(repeating: altered(records[2], ["MESSAGE": long]), count: 6))
        try province.send(records, from: "qinglan")
        try await expect(["qinglan foreign"])
    }

    @Test func `a fork among very many forged records is told of`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("审计局")
        let records = try await county.records()
        try province.send(records, from: "qinglan")
        try send((0..<200).map { altered(records[$0 % 3], ["NIANBAO_CHAIN": SHA256Text.of($0)]) })
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("统计局")
        try province.send(try await restored.records().suffix(1), from: "qinglan")
        #expect(try await province.collect().wrong() == ["青岚市 fork", "青岚市 stray"])
    }

    @Test func `a fork is told of as that where its forerunner was forged under its link`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("审计局")
        let records = try await county.records()
        try send([altered(records[3], ["MESSAGE": "改过的"])])
        try province.send(records, from: "qinglan")
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        for body in ["统计局", "司法局"] { try await restored.judge(body) }
        try province.send(try await restored.records().suffix(2), from: "qinglan")
        #expect(try await province.collect().wrong() == ["青岚市 fork", "青岚市 stray"])
    }

    @Test func `very many forged records keep no true one away`() async throws {
        let records = try await county.records()
        try send((0..<1_200).map { altered(records[$0 % 4], ["NIANBAO_CHAIN": SHA256Text.of($0)]) })
        try province.send(records, from: "qinglan")
        try await expect(["青岚市 stray"])
        try await county.judge("审计局")
        try province.send(try await county.records().suffix(1), from: "qinglan")
        #expect(try await province.collect().bodies(of: "青岚市").count == 4)
    }
}

private enum SHA256Text {
    /// 64 digits that no record has.
    static func of(_ number: Int) -> String { String(repeating: "0", count: 56) + String(10_000_000 + number) }
}
