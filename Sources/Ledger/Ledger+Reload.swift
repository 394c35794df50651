import GRDB

/// How asking the daemon to read its settings anew ended.
extension Ledger {
    /// The last outcome, with the number of its record; `nil` where there never was one.
    package func lastReload() throws -> (record: Int, refusal: String?)? {
        try read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT number, event, message FROM record WHERE event IN (?, ?) ORDER BY number DESC LIMIT 1",
                arguments: [Event.reloaded.rawValue, Event.reloadRefused.rawValue]
            ).map { row in
                let event: String = row["event"]
                return (record: row["number"], refusal: event == Event.reloaded.rawValue ? nil : row["message"])
            }
        }
    }
}
