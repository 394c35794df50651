import GRDB
import Linux

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

    init(
        number: Int, event: String, priority: Int, message: String, fields: String, at: String, chain: String = ""
    ) {
        self.number = number
        self.event = event
        self.priority = priority
        self.message = message
        self.fields = fields
        self.at = at
        self.chain = chain
    }

    func insert(into database: Database, confirmed: String? = nil) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO record (number, event, priority, message, fields, at, chain, sent, shown, confirmed)
                VALUES (:number, :event, :priority, :message, :fields, :at, :chain, :done, :done, :done)
                """,
            arguments: [
                "number": number, "event": event, "priority": priority, "message": message, "fields": fields,
                "at": at, "chain": chain, "done": confirmed,
            ])
    }
}

extension StoredRecord: FetchableRecord {
    init(row: Row) throws {
        try self.init(
            number: row.decode(forColumn: "number"), event: row.decode(forColumn: "event"),
            priority: row.decode(forColumn: "priority"), message: row.decode(forColumn: "message"),
            fields: row.decode(forColumn: "fields"), at: row.decode(forColumn: "at"),
            chain: row.decode(forColumn: "chain"))
    }

    /// Every record, in order.
    static func all(in database: Database) throws -> RecordCursor<StoredRecord> {
        try fetchCursor(database, sql: "SELECT * FROM record ORDER BY number")
    }
}

/// What ties each record to all before it: whoever changes one has to change all that follow, and their journal copies.
enum RecordChain {
    /// The link of a record: a hash over the link of the one before and everything that a record says.
    ///
    /// Each part goes in with its length, so that no two records read the same.
    static func link(after previous: String, _ record: StoredRecord) -> String {
        let parts = [
            previous, String(record.number), record.event, String(record.priority), record.message, record.fields,
            record.at,
        ]
        return SHA256.digits(of: parts.flatMap { Array("\($0.utf8.count):\($0),".utf8) })
    }

    /// Links records that an earlier schema kept without.
    static func linkAll(_ database: Database) throws {
        var previous = ""
        let records = try StoredRecord.all(in: database)
        var links: [(number: Int, link: String)] = []
        while let record = try records.next() {
            previous = link(after: previous, record)
            links.append((record.number, previous))
        }
        for (number, link) in links {
            try database.execute(sql: "UPDATE record SET chain = ? WHERE number = ?", arguments: [link, number])
        }
    }
}
