package import Foundation
import GRDB
import Linux
import Office

/// A record letter by letter as the ledger keeps it and as the journal hands it back.
package struct StoredRecord: Sendable, Equatable {
    package let number: Int
    let event: String
    let priority: Int
    let message: String
    /// The fields as JSON.
    let fields: String
    /// When it was recorded, in UTC, as the ledger writes it.
    let at: String
    /// What ties it to the records before it.
    var chain: String
    /// Proves that it comes from a ledger with the key; empty for what was recorded before there was one.
    var seal: String

    init(
        number: Int, event: String, priority: Int, message: String, fields: String, at: String, chain: String = "",
        seal: String = ""
    ) {
        self.number = number
        self.event = event
        self.priority = priority
        self.message = message
        self.fields = fields
        self.at = at
        self.chain = chain
        self.seal = seal
    }

    /// The name of the office that sends it; `nil` where it says none.
    package var office: String? {
        get throws { try JSON.value([String: String].self, from: fields)["OFFICE"] }
    }

    /// When it was recorded, by the clock of its machine.
    package var recordedAt: Date? { Date.fromDatabaseValue(at.databaseValue) }

    func insert(into database: Database, confirmed: String? = nil) throws {
        try database.execute(
            cached: """
                INSERT OR IGNORE INTO record (number, event, priority, message, fields, at, chain, seal, sent, shown, confirmed)
                VALUES (:number, :event, :priority, :message, :fields, :at, :chain, :seal, :done, :done, :done)
                """,
            arguments: [
                "number": number, "event": event, "priority": priority, "message": message, "fields": fields,
                "at": at, "chain": chain, "seal": seal, "done": confirmed,
            ])
    }
}

extension StoredRecord: FetchableRecord {
    init(row: Row) throws {
        try self.init(
            number: row.decode(forColumn: "number"), event: row.decode(forColumn: "event"),
            priority: row.decode(forColumn: "priority"), message: row.decode(forColumn: "message"),
            fields: row.decode(forColumn: "fields"), at: row.decode(forColumn: "at"),
            chain: row.decode(forColumn: "chain"),
            // Earlier schemas have none.
            seal: row.hasColumn("seal") ? row.decode(forColumn: "seal") : "")
    }

    /// The last number that was given. It is the sequence's, and not that of the last row: the number of a row that somebody took away is
    /// not given again.
    static func lastNumber(in database: Database) throws -> Int {
        try Int.fetchOne(database, cached: "SELECT seq FROM sqlite_sequence WHERE name = 'record'") ?? 0
    }

    /// The last record before a number.
    static func last(before number: Int, in database: Database) throws -> StoredRecord? {
        try fetchOne(
            database, sql: "SELECT * FROM record WHERE number < ? ORDER BY number DESC LIMIT 1", arguments: [number])
    }

    /// Every record, in order.
    static func all(in database: Database) throws -> RecordCursor<StoredRecord> {
        try fetchCursor(database, sql: "SELECT * FROM record ORDER BY number")
    }
}
