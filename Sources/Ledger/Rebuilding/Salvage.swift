import Foundation
import GRDB
import Linux
import SystemPackage

/// What can still be read of a ledger that is damaged. It works on a copy: the original stays as it was found.
struct Salvage {
    private let queue: DatabaseQueue?
    private let folder: FilePath

    init(in state: FilePath) {
        folder = state.appending("salvage")
        try? FileManager.default.removeItem(atPath: folder.string)
        try? Folders.make(folder)
        for suffix in ["", "-wal"] {
            let name = LedgerFile.name + suffix
            try? FileManager.default.copyItem(
                atPath: state.appending(name).string, toPath: folder.appending(name).string)
        }
        queue = try? DatabaseQueue(path: folder.appending(LedgerFile.name).string)
    }

    /// Which ledger it is.
    var id: String? { try? queue?.read { try String.fetchOne($0, sql: "SELECT id FROM identity") } }

    /// Hands on the records that can be read and are as they were written: their links tell.
    func read(_ body: (StoredRecord) throws -> Void) throws {
        var last = 0
        var link: String?
        while case let records = batch(after: last), !records.isEmpty {
            for record in records {
                let previous = record.number == last + 1 ? link ?? "" : nil
                if let previous, RecordChain.link(after: previous, record) == record.chain { try body(record) }
                (last, link) = (record.number, record.chain)
            }
        }
    }

    func remove() {
        try? queue?.close()
        try? FileManager.default.removeItem(atPath: folder.string)
    }

    /// The next records, fewer where the damage begins.
    private func batch(after number: Int) -> [StoredRecord] {
        var records: [StoredRecord] = []
        try? queue?.read { database in
            let readable = try StoredRecord.fetchCursor(
                database, sql: "SELECT * FROM record WHERE number > ? ORDER BY number LIMIT 100", arguments: [number])
            while let record = try readable.next() { records.append(record) }
        }
        return records
    }
}
