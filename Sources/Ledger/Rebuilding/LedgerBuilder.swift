import Foundation
import GRDB
import Linux
package import SystemPackage

/// Makes a ledger anew from its records, beside the place where it is to lie.
package struct LedgerBuilder {
    /// What came of it.
    package struct Summary: Sendable, Equatable {
        package var records = 0
        package var versions = 0
        /// Numbers of which no record was found.
        package var missing: [ClosedRange<Int>] = []
        /// Records that tell of what is not there, since the one that it rests on is missing.
        package var unusable: [Int] = []

        package var isWhole: Bool { missing.isEmpty && unusable.isEmpty }
    }

    private let state: FilePath
    private let id: String

    package init(in state: FilePath, id: String) {
        self.state = state
        self.id = id
    }

    /// Builds from what `source` hands over, in any order; of several records with one number the first one counts.
    package func build(from source: ((StoredRecord) throws -> Void) throws -> Void) throws -> Summary {
        let path = state.appending(LedgerFile.rebuilt)
        for suffix in ["", "-journal", "-wal", "-shm"] { try Folders.remove(FilePath(path.string + suffix)) }
        let queue = try DatabaseQueue(path: path.string)
        try Schema.migrator.migrate(queue)
        let summary = try queue.write { database in
            try database.execute(sql: "UPDATE identity SET id = ?", arguments: [id])
            let time = String.fromDatabaseValue(Date().databaseValue)
            try source { try $0.insert(into: database, confirmed: time) }
            return try Self.apply(database)
        }
        try queue.close()
        try Folders.sync(path)
        return summary
    }

    private static func apply(_ database: Database) throws -> Summary {
        var summary = Summary()
        var last = 0
        let records = try StoredRecord.all(in: database)
        while let record = try records.next() {
            if record.number > last + 1 { summary.missing.append(last + 1...record.number - 1) }
            last = record.number
            summary.records += 1
            do {
                try database.inSavepoint {
                    try Ledger.apply(record, into: database)
                    return .commit
                }
            } catch {
                summary.unusable.append(record.number)
            }
        }
        summary.versions = try Int.fetchOne(database, sql: "SELECT count(*) FROM version") ?? 0
        try Ledger.enqueueEverything(database)
        return summary
    }
}
