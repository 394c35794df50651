import Foundation
import GRDB
import Linux
import Office
package import SystemPackage

/// The ledger of another office, as far as its records have come: made from these alone, in their order, each once.
///
/// How far it has got stands in it itself, so that a program that is killed goes on where it was. A power cut may take back what came
/// last, and it is read from the journal once more. Not for several threads at once.
package final class Replica {
    /// What is taken over in one transaction: not too many records, nor too many bytes, since they come in all sizes.
    struct Batch {
        private(set) var records: [StoredRecord] = []
        private var bytes = 0

        var isFull: Bool { records.count >= 500 || bytes >= 16 << 20 }

        mutating func append(_ record: StoredRecord) {
            records.append(record)
            bytes += record.fields.utf8.count + record.message.utf8.count
        }
    }

    /// What a look at the journals came to.
    package struct Progress: Sendable {
        /// Records that tell of what is not there, or in a way that this edition does not know.
        package var unusable: [Int] = []
        /// Whether nothing that could be taken over is left.
        package var isAtEnd = false
        /// What stands in the way, or fits nothing; only where it is at the end.
        package var obstacles: [ChainObstacle] = []
        /// Whether others are known as left behind than before.
        package var leavesOthers = false
        /// What of that which came is no record, in words.
        package var complaints: [String] = []
    }

    /// The last record that was taken over.
    struct Mark: Hashable {
        var number = 0
        var link = ""
    }

    private let path: FilePath
    let ledger: String
    private var database: DatabaseQueue
    private(set) var last: Mark
    /// The records that lead to those that persons have chosen, by the numbers of these.
    var bridges: [Int: [Mark]] = [:]

    /// Opens the copy of a ledger in a folder, or begins one. Throws `Ledger.Failure`.
    package init(of ledger: String, in folder: FilePath) throws {
        path = Self.path(of: ledger, in: folder)
        self.ledger = ledger
        do {
            database = try Self.open(path, of: ledger)
            last = try database.read { try Self.mark($0) }
        } catch {
            throw Self.failure(error, in: folder)
        }
    }

    /// What keeps a copy from being read or written.
    static func failure(_ error: any Error, in folder: FilePath) -> Ledger.Failure {
        guard let error = error as? DatabaseError, [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) else {
            return Ledger.Failure(error, in: folder)
        }
        return .damaged(Ledger.words(of: error))
    }

    private static func path(of ledger: String, in folder: FilePath) -> FilePath {
        folder.appending("\(ledger).sqlite")
    }

    /// Puts the copy of a ledger out of the way that can't be used; the next one is made from the journals.
    package static func setAside(_ ledger: String, in folder: FilePath) throws {
        let path = path(of: ledger, in: folder)
        try LedgerFile.removeHelpers(of: path)
        if try Folders.status(of: path) != nil { try Folders.move(path, to: folder.appending("\(ledger).damaged")) }
    }

    var folder: FilePath { path.removingLastComponent() }

    /// The number of the last record that was taken over.
    package var number: Int { last.number }

    /// By what name the office calls itself in it; `nil` where it says none.
    package var office: String? { get throws { try record(last.number)?.office } }

    /// Whether a record was taken over letter by letter.
    package func has(_ record: StoredRecord) throws -> Bool {
        do {
            return try self.record(record.number)?.chain == record.chain
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    /// Takes over what follows in the journals of a sender, so much of it that other offices need not wait long. What hides behind later
    /// records is found where the look is thorough, and what is missing also where something was missing before.
    package func follow(
        _ records: RemoteRecords, from sender: String, _ turning: Turning = Turning(), isThorough: Bool = true,
        hadObstacle: Bool = false
    ) throws -> Progress {
        do {
            if isThorough { try forgetStrays() }
            let sifted = try sift(records)
            var progress = Progress()
            guard sifted.isAtEnd else { return progress }
            let isFull = try takeOver(records, from: sender, turning, &progress)
            progress.isAtEnd = !isFull
            guard progress.isAtEnd else { return progress }
            progress.obstacles =
                try turning.unreachable.map { .unreachable($0.junction, isUndone: $0.isUndone) }
                + obstacles(in: records, isThorough: isThorough || hadObstacle || sifted.highest > number)
            progress.complaints = try complaints()
            return progress
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    /// Whether more is there than was taken over.
    private func takeOver(
        _ records: RemoteRecords, from sender: String, _ turning: Turning, _ progress: inout Progress
    ) throws -> Bool {
        var mark = last
        var found = Batch()
        while !found.isFull, let record = try next(after: mark, in: records, turning.ways) {
            found.append(record)
            mark = Mark(number: record.number, link: record.chain)
        }
        try take(found.records, records, from: sender, turning, &progress)
        return found.isFull
    }

    private func take(
        _ found: [StoredRecord], _ records: RemoteRecords, from sender: String, _ turning: Turning,
        _ progress: inout Progress
    ) throws {
        guard let first = found.first, let end = found.last else { return }
        let time = String.fromDatabaseValue(Date().databaseValue)
        let isUndone = { (stray: Stray) in
            turning.undone.contains { ($0.number, $0.link) == (stray.number, stray.link) }
        }
        let decided = try self.beside(found, at: turning.ways.filter { !$0.isReturn }, in: records)
        let beside = decided.filter { !isUndone($0) }
        let open =
            try self.beside(found, at: turning.ways.filter(\.isReturn), in: records) + decided.filter(isUndone)
        let (unusable, hasTakenUp) = try database.write { database in
            try Self.abandon(beside, database)
            try Self.noteOrigin(of: first.number, sender, database)
            try Self.keep(records.strays + open, upTo: end.number, database)
            let unusable = try found.filter { record in
                try record.insert(into: database, confirmed: time)
                return try !Self.isApplied(record, into: database)
            }.map(\.number)
            return (unusable, try Self.takeUp(database))
        }
        progress.unusable += unusable
        progress.leavesOthers = progress.leavesOthers || hasTakenUp || !beside.isEmpty
        last = Mark(number: end.number, link: end.chain)
    }

    /// What lies beside the records of some that are at junctions, or were missing before these.
    private func beside(_ found: [StoredRecord], at ways: [Junction], in records: RemoteRecords) throws -> [Stray] {
        let isAtWay = { (number: Int) in
            ways.contains { $0.number == number || $0.number > number && number > $0.after ?? $0.number }
        }
        return try beside(found.filter { isAtWay($0.number) }, in: records)
    }

    func beside(_ found: [StoredRecord], in records: RemoteRecords) throws -> [Stray] {
        try found.flatMap { record in
            try records.links(record.number).filter { $0 != record.chain }
                .map { Stray(number: record.number, link: $0, fits: true) }
        }
    }

    /// A record that does not fit the tables is kept, and nothing follows from it.
    private static func isApplied(_ record: StoredRecord, into database: Database) throws -> Bool {
        do {
            try database.inSavepoint {
                try Ledger.apply(record, into: database)
                return .commit
            }
            return true
        } catch let error as DatabaseError where error.resultCode != .SQLITE_CONSTRAINT {
            throw error
        } catch {
            return false
        }
    }

    // MARK: Tables

    /// Makes the tables anew from the records before one, from others, and from those from another one on. What is left behind is known where
    /// it comes again, unless that is not decided. Tells of which records nothing follows.
    func remake(
        before number: Int, _ others: [StoredRecord] = [], from end: Int = .max, refusing refused: [Stray] = [],
        isDecided: Bool = true
    ) throws -> [Int] {
        let draft = FilePath(path.string + "-draft")
        try LedgerFile.remove(draft)
        let copy = try Self.open(draft, of: ledger)
        let unusable = try database.read { source in
            try copy.write { database in
                var unusable: [Int] = []
                let time = String.fromDatabaseValue(Date().databaseValue)
                let add = { (record: StoredRecord) in
                    try record.insert(into: database, confirmed: time)
                    if try !Self.isApplied(record, into: database) { unusable.append(record.number) }
                }
                let left = isDecided ? try Self.left(from: number, to: others.isEmpty ? end : number, source) : []
                try Self.abandon(left + Self.abandoned(source) + refused, database)
                for origin in try Self.origins(before: others.isEmpty ? number : .max, source) {
                    try Self.noteOrigin(of: origin.number, origin.sender, database)
                }
                let kept = { (range: String, number: Int) in
                    try StoredRecord.fetchCursor(
                        source, sql: "SELECT * FROM record WHERE number \(range) ? ORDER BY number", arguments: [number]
                    )
                }
                try kept("<", number).forEach(add)
                try others.forEach(add)
                try kept(">=", end).forEach(add)
                return unusable
            }
        }
        try copy.close()
        try database.close()
        try LedgerFile.removeHelpers(of: path)
        try Folders.move(draft, to: path)
        database = try Self.open(path, of: ledger)
        last = try database.read { try Self.mark($0) }
        return unusable
    }

    func record(_ number: Int) throws -> StoredRecord? {
        try read {
            try StoredRecord.fetchOne(
                $0, cached: "SELECT * FROM record WHERE number = ?", arguments: [number])
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.readByWriter(body) }
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.write(body) }

    static func mark(before number: Int = .max, _ database: Database) throws -> Mark {
        let record = try StoredRecord.last(before: number, in: database)
        return record.map { Mark(number: $0.number, link: $0.chain) } ?? Mark()
    }

    private static func open(_ path: FilePath, of ledger: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path.string, configuration: configuration)
        try Schema.migrator.migrate(queue)
        try queue.write {
            try $0.execute(sql: "UPDATE identity SET id = ? WHERE id <> ?", arguments: [ledger, ledger])
        }
        return queue
    }
}
