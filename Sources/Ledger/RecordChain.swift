import GRDB
import Linux

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
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM record ORDER BY number")
        var links: [(number: Int, link: String)] = []
        while let row = try rows.next() {
            let record = StoredRecord(row)
            previous = link(after: previous, record)
            links.append((record.number, previous))
        }
        for (number, link) in links {
            try database.execute(sql: "UPDATE record SET chain = ? WHERE number = ?", arguments: [link, number])
        }
    }
}
