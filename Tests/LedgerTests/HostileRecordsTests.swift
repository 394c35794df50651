import Fixtures
import Foundation
import GRDB
import Linux
import Office
import Rules
import SystemPackage
import Testing

@testable import Ledger

/// Records as somebody hands them over who writes what he likes, and has no key.
@Suite struct HostileRecordsTests {
    private let scratch: ScratchFolder
    private let id: String
    private let genuine: [StoredRecord]

    init() async throws {
        scratch = try ScratchFolder()
        for folder in ["state", "anew"] { try scratch.makeFolder(folder) }
        let ledger = try Ledger(in: FilePath(scratch.path("state")))
        id = ledger.id
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        try await ledger.append([.started], at: now)
        for name in ["财政局", "水利局", "教育局"] {
            let digest = SHA256.digits(of: Array(name.utf8))
            var result = ReportResult(file: "\(name).txt", sha256: digest, bytes: 9, format: "txt", verdict: .returned)
            (result.agency, result.year) = (name, 2024)
            let file = ObservedFile(
                path: InboxPath(name: FileName("\(name).txt")),
                stamp: FileStamp(device: 1, inode: 2, size: 9, modified: 3, changed: 4))
            try await ledger.record(
                Arrival(file: file, content: Content(sha256: digest, size: 9), at: now), CheckedReport(result: result))
        }
        try await ledger.append([.stopping], at: now)
        genuine = try await DatabaseQueue(path: scratch.path("state/ledger.sqlite"))
            .read { try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number") }
    }

    /// What a record of another says.
    private func forged(_ random: inout Seeded, relinked: Bool) -> StoredRecord {
        let old = random.pick(genuine)
        let strange = [
            "", "合格", "../../x", "\u{1B}[2J", "{}", "null", String(repeating: "9", count: 40), random.letters(5),
        ]
        let number = random.pick([old.number, old.number + 1, 1, 1_000_000_000_000, .max, .min, 0])
        let fields = old.fields.replacing(random.pick(["财政局", "returned", "\"1\"", "txt"]), with: random.pick(strange))
        var new = StoredRecord(
            number: number,
            event: random.once(in: 3) ? random.pick(strange + Event.allCases.map(\.rawValue)) : old.event,
            priority: random.pick([old.priority, 99, -1, .max]),
            message: random.pick(strange), fields: random.once(in: 4) ? random.pick(strange) : fields,
            at: random.once(in: 4) ? random.pick(strange) : old.at, chain: old.chain, seal: old.seal)
        if relinked {
            let previous = genuine.first { $0.number == number &- 1 }?.chain ?? ""
            new.chain = RecordChain.link(after: previous, new)
            if random.once(in: 2) { new.seal = RecordChain.code(of: new, with: Array("guess".utf8)) }
        }
        return new
    }

    /// The records of the ledger that is made of some that are handed over in some order.
    private func rebuilt(_ records: [StoredRecord]) throws -> [StoredRecord] {
        let state = FilePath(scratch.path("anew"))
        _ = try LedgerBuilder(in: state, id: id).build { take in
            var leftOut = LeftOut()
            for record in records {
                if let complaint = RecordBounds.complaint(about: record) {
                    leftOut.add(misfit: complaint)
                } else {
                    try take(record, true)
                }
            }
            return leftOut
        }
        return try DatabaseQueue(path: state.appending(LedgerFile.rebuilt).string)
            .read { try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number") }
    }

    @Test(arguments: 1...40)
    func `with the key every genuine record is taken and no other, in whatever order they come`(seed: Int) throws {
        try scratch.copy(scratch.path("state/ledger.keys"), to: "anew/ledger.keys")
        var random = Seeded(seed)
        let forgeries = (1...30).map { _ in forged(&random, relinked: random.once(in: 2)) }
        #expect(try rebuilt((genuine + forgeries).shuffled(using: &random)) == genuine)
    }

    @Test(arguments: 1...40)
    func `without it none is taken under a number of which the true one is there`(seed: Int) throws {
        var random = Seeded(seed)
        let forgeries = (1...30).map { _ in forged(&random, relinked: false) }
        let taken = try rebuilt((genuine + forgeries).shuffled(using: &random))
        #expect(taken.filter { $0.number <= genuine.count } == genuine)
    }
}
