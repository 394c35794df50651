import GRDB

/// A record letter by letter as the ledger keeps it and as the journal hands it back.
package struct StoredRecord: Sendable, Equatable {
    package let number: Int
    let event: String
    let priority: Int
    let message: String
    /// The fields as JSON.
    let fields: String
    /// When it was taken down, in UTC, as the ledger writes it.
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

    init(_ row: Row) {
        self.init(
            number: row["number"], event: row["event"], priority: row["priority"], message: row["message"],
            fields: row["fields"], at: row["at"], chain: row["chain"])
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
