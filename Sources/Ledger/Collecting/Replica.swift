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
        /// What of that which came is no record, in words.
        package var complaints: [String] = []
    }

    /// The last record that was taken over.
    struct Mark {
        var number = 0
        var link = ""
    }

    private let path: FilePath
    let ledger: String
    private var database: DatabaseQueue
    private(set) var last: Mark
    /// The records that lead to those that persons have chosen, by the numbers of these.
    private var bridges: [Int: [Mark]] = [:]

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

    /// Takes over what follows in the journals, so much of it that other offices need not wait long. `confirmed` are the ways that a person
    /// has chosen, the last choice last. What hides behind later records is found where the look is thorough, and what is missing also where
    /// something was missing before.
    package func follow(
        _ records: RemoteRecords, confirmed: [Junction] = [], isThorough: Bool = true, hadGap: Bool = false
    ) throws -> Progress {
        do {
            return try takeOver(records, Self.ways(confirmed.filter { $0.ledger == ledger }), isThorough, hadGap)
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    private func takeOver(
        _ records: RemoteRecords, _ ways: [Junction], _ isThorough: Bool, _ hadGap: Bool
    ) throws -> Progress {
        var progress = Progress()
        if isThorough { try forgetStrays() }
        var sifted = try sift(records)
        guard sifted.isAtEnd else { return progress }
        if let way = try ways.first(where: isLeft) {
            try remake(before: way.number, refusing: refused(by: way, in: records))
            sifted = try sift(records)
        }
        var mark = last
        var found = Batch()
        while !found.isFull, let record = try next(after: mark, in: records, ways) {
            found.append(record)
            mark = Mark(number: record.number, link: record.chain)
        }
        try take(found.records, records, ways, &progress)
        progress.isAtEnd = !found.isFull && sifted.isAtEnd
        guard progress.isAtEnd else { return progress }
        progress.obstacles = try obstacles(
            in: records, ways, isThorough: isThorough || hadGap || sifted.highest > number)
        progress.complaints = try complaints()
        return progress
    }

    // MARK: Following

    /// The ways that hold: a later choice takes back those that lie behind its own record.
    static func ways(_ confirmed: [Junction]) -> [Junction] {
        confirmed.reduce(into: []) { ways, way in
            ways.removeAll { $0.number >= way.number }
            ways.append(way)
        }
    }

    /// Whether another way was gone than a person has chosen.
    private func isLeft(_ way: Junction) throws -> Bool {
        guard way.number <= last.number, let record = try record(way.number) else { return false }
        return record.chain != way.link
    }

    /// The record after another one; `nil` where none is there that fits.
    private func next(after mark: Mark, in records: RemoteRecords, _ ways: [Junction]) throws -> StoredRecord? {
        let number = mark.number + 1
        if let way = ways.first(where: { $0.number >= number }),
            let record = try next(after: mark, in: records, to: way)
        {
            return record
        }
        return try records.record(number, after: mark.link)
    }

    /// The same on the way to a record that a person has chosen; `nil` where that says nothing.
    private func next(after mark: Mark, in records: RemoteRecords, to way: Junction) throws -> StoredRecord? {
        let number = mark.number + 1
        let goal = { try records.record(way.number, link: way.link) }
        if way.number == number { return try goal() }
        guard let after = way.after, after <= mark.number else { return try records.has(number) ? nil : goal() }
        // What was missing then can have come since, and so can something else.
        guard let goal = try goal() else { return nil }
        let known = try bridges[way.number] ?? bridge(from: mark, to: goal, in: records) ?? []
        bridges[way.number] = known
        guard let step = known.first(where: { $0.number == number }) else { return goal }
        return try records.record(number, link: step.link)
    }

    private func take(
        _ found: [StoredRecord], _ records: RemoteRecords, _ ways: [Junction], _ progress: inout Progress
    ) throws {
        guard let end = found.last else { return }
        let time = String.fromDatabaseValue(Date().databaseValue)
        let refused = try found.filter { record in ways.contains { $0.number == record.number } }.flatMap { record in
            try records.links(record.number).filter { $0 != record.chain }.map {
                Stray(number: record.number, link: $0)
            }
        }
        progress.unusable += try database.write { database in
            try Self.abandon(refused, database)
            try Self.keep(records.strays, upTo: end.number, database)
            return try found.filter { record in
                try record.insert(into: database, confirmed: time)
                return try !Self.isApplied(record, into: database)
            }.map(\.number)
        }
        last = Mark(number: end.number, link: end.chain)
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

    /// Makes the tables anew from the records before one, from others, and from those from another one on. Tells of which nothing follows.
    @discardableResult
    func remake(
        before number: Int, _ others: [StoredRecord] = [], from end: Int = .max, refusing refused: [Stray] = []
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
                // What another way has taken the place of is known where it comes again.
                let abandoned = try Row.fetchAll(
                    source,
                    sql:
                        "SELECT number, chain FROM record WHERE number >= ? AND number < ? UNION SELECT * FROM abandoned",
                    arguments: [number, others.isEmpty ? end : number])
                try Self.abandon(abandoned.map { Stray(number: $0["number"], link: $0["chain"]) } + refused, database)
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

    /// The links of the records under a number that were followed once, and another way then.
    func abandoned(_ number: Int) throws -> Set<String> {
        try read {
            Set(
                try String.fetchAll(
                    $0, cached: "SELECT chain FROM abandoned WHERE number = ?", arguments: [number]))
        }
    }

    private static func abandon(_ left: [Stray], _ database: Database) throws {
        for one in left {
            try database.execute(
                cached: "INSERT OR IGNORE INTO abandoned (number, chain) VALUES (?, ?)",
                arguments: [one.number, one.link])
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
