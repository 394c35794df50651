import Alerts
import Fixtures
import Foundation
import GRDB
import Linux
import SystemPackage
import Testing

@testable import Ledger

@Suite("A ledger that is made anew after pruning") struct PrunedLedgerTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let began = Date(timeIntervalSince1970: 1_800_000_000)
    private var later: Date { began + 4 * 366 * 86_400 }

    init() async throws {
        scratch = try ScratchFolder()
        for folder in ["state", "rebuilt"] { try scratch.makeFolder(folder) }
        ledger = try Ledger(in: FilePath(scratch.path("state")))
        for round in 0..<6 {
            try await ledger.append([.started], at: began)
            let alert = Alert(.channelFailing, "群\(round)", "送不出")
            try await ledger.reconcileAlerts([alert], of: [.channelFailing], at: began)
            try await ledger.reconcileAlerts([], of: [.channelFailing], at: began)
        }
        try await ledger.append([.stopping], at: later)
        try await ledger.mark(numbers: Array(1...19), .confirmed, at: later)
        try Data(contentsOf: URL(filePath: scratch.path("state/ledger.keys")))
            .write(to: URL(filePath: scratch.path("rebuilt/ledger.keys")))
    }

    private func records() throws -> [StoredRecord] {
        let queue = try DatabaseQueue(path: scratch.path("state/ledger.sqlite"))
        return try queue.read {
            try Row.fetchAll($0, sql: "SELECT * FROM record ORDER BY number").map(StoredRecord.init)
        }
    }

    /// The records that a ledger has that is made of others, and whether nothing was missed.
    private func rebuild(_ records: [StoredRecord], isVouched: Bool = true) throws -> (kept: [Int], isWhole: Bool) {
        let state = FilePath(scratch.path("rebuilt"))
        let summary = try LedgerBuilder(in: state, id: ledger.id).build { take in
            try records.forEach { try take($0, isVouched) }
            return LeftOut()
        }
        let queue = try DatabaseQueue(path: scratch.path("rebuilt/ledger-rebuilt.sqlite"))
        let kept = try queue.read { try Int.fetchAll($0, sql: "SELECT number FROM record ORDER BY number") }
        return (kept, summary.isWhole)
    }

    private func prune() async throws -> Pruning {
        try await ledger.prune(
            before: Pruning.Cutoffs(copies: began, history: later - 86_400), copies: Pruning(), at: later)
    }

    @Test func `is the same whether or not the journal still has what was pruned`() async throws {
        let before = try records()
        let done = try await prune()
        #expect((done.records, done.alerts) == (18, 5))
        let after = try records()
        #expect(after.map(\.number) == [19, 20])
        let whole = Dictionary((after + before).map { ($0.number, $0) }) { first, _ in first }.values
        #expect(try rebuild(after) == ([19, 20], true))
        #expect(try rebuild(after, isVouched: false) == ([19, 20], true))
        #expect(try rebuild(whole.sorted { $0.number < $1.number }) == ([19, 20], true))
    }

    @Test func `follows the chain over what was pruned, also of records from before there were seals`() async throws {
        _ = try await prune()
        let plain = try records().map { record in
            var record = record
            if record.event != Event.pruned.rawValue { record.seal = "" }
            return record
        }
        let keys = try String(contentsOfFile: scratch.path("rebuilt/ledger.keys"), encoding: .utf8)
        try keys.replacing(" 1 ", with: " 20 ").write(
            toFile: scratch.path("rebuilt/ledger.keys"), atomically: true, encoding: .utf8)
        #expect(try rebuild(plain, isVouched: false) == ([19, 20], true))
    }

    @Test func `misses what was lost besides`() async throws {
        _ = try await prune()
        try await ledger.append([.started, .stopping], at: later)
        #expect(try !rebuild(records().filter { $0.number != 21 }).isWhole)
    }

    @Test func `takes many portions where there are many gaps`() async throws {
        let ledger = ledger
        // Records that stay between those that go.
        try await ledger.append((0..<1_500).flatMap { _ in [.started, .rebuilt] }, at: began)
        try await ledger.mark(numbers: Array(1...3_100), .confirmed, at: later)
        let done = try await prune()
        #expect(done.records == 18 + 1_500)
        #expect(try rebuild(records()).isWhole)
        #expect(try Verification(state: FilePath(scratch.path("state"))).run().deviations == [])
    }
}

extension Entry {
    fileprivate static let rebuilt = Entry(.rebuilt, .critical, "台账已损坏。")
}
