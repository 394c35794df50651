import Foundation
import GRDB
import Linux
import Office
import SystemPackage

/// What can still be read of a ledger that is damaged. It works on a copy: the original stays as it was found.
final class Salvage {
    private let folder: FilePath
    private var queue: DatabaseQueue?
    /// What could not be read, each in Chinese with an end mark.
    private(set) var troubles: [String] = []

    init(in state: FilePath) throws {
        folder = state.appending("salvage")
        try remove()
        try Folders.make(folder)
        for suffix in ["", "-wal"] {
            let path = state.appending(LedgerFile.name + suffix)
            // A device has no end, and of a folder nothing can be read.
            guard try Folders.status(of: path, followingLinks: true)?.type == .regular else { continue }
            let name = LedgerFile.name + suffix
            try FileManager.default.copyItem(
                atPath: path.string, toPath: folder.appending(name).string)
        }
        queue = reading { try DatabaseQueue(path: folder.appending(LedgerFile.name).string) }
    }

    /// Which ledger it is; `nil` where that can't be read.
    var id: String? {
        let id = reading { try queue?.read { try String.fetchOne($0, sql: "SELECT id FROM identity") } }
        return id ?? nil
    }

    /// Hands on the records that can be read, in their order. Whether they are as they were written, the chain tells.
    func read(_ body: (StoredRecord) throws -> Void) throws -> LeftOut {
        var leftOut = LeftOut()
        var last = 0
        while case let records = batch(after: last), !records.isEmpty {
            for record in records {
                last = record.number
                if let complaint = RecordBounds.complaint(about: record) {
                    leftOut.add(misfit: complaint)
                } else {
                    try body(record)
                }
            }
        }
        return leftOut
    }

    func remove() throws {
        try queue?.close()
        queue = nil
        guard try LedgerFile.exists(folder) else { return }
        try FileManager.default.removeItem(atPath: folder.string)
    }

    /// The next records, fewer where the damage begins.
    private func batch(after number: Int) -> [StoredRecord] {
        var records: [StoredRecord] = []
        _ = reading {
            try queue?.read { database in
                let readable = try StoredRecord.fetchCursor(
                    database, sql: "SELECT * FROM record WHERE number > ? ORDER BY number LIMIT 100",
                    arguments: [number])
                while let record = try readable.next() { records.append(record) }
            }
        }
        return records
    }

    /// What can be read; what stands in the way is noted once.
    private func reading<Value>(_ body: () throws -> Value) -> Value? {
        do {
            return try body()
        } catch {
            let words = "原来的台账有一部分读不出来（\((error as? DatabaseError)?.message ?? "\(error)")）。"
            if !troubles.contains(words) { troubles.append(words) }
            return nil
        }
    }
}
