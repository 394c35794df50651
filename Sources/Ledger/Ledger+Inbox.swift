import Alerts
import GRDB
import Linux

/// What is remembered of the inbox.
extension Ledger {
    /// Whether what the inbox shows can be believed. While it can't, nobody is missing and nobody is late.
    package func isInboxTrusted() throws -> Bool { try read(Self.isInboxTrusted) }

    static func isInboxTrusted(_ database: Database) throws -> Bool {
        let kinds = Alert.Kind.distrustInbox.map(\.rawValue)
        let marks = databaseQuestionMarks(count: kinds.count)
        let firing = try Int.fetchOne(
            database, cached: "SELECT count(*) FROM alert WHERE cleared IS NULL AND kind IN (\(marks))",
            arguments: StatementArguments(kinds))
        return firing == 0
    }

    /// The inbox of a path as it was when it was last trusted.
    package func inboxMemory(of path: String) throws -> InboxMemory? {
        try read { database in
            try Row.fetchOne(database, cached: "SELECT * FROM inbox WHERE path = ?", arguments: [path]).map { row in
                let (device, inode): (Int64, Int64) = (row["device"], row["inode"])
                let place = InboxPlace(
                    device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode), magic: row["magic"])
                return InboxMemory(path: path, place: place, held: row["held"])
            }
        }
    }

    /// Remembers the inbox as it is.
    package func remember(_ inbox: InboxMemory) throws {
        try write { database in
            try database.execute(
                cached: "INSERT OR REPLACE INTO inbox (path, device, inode, magic, held) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    inbox.path, Int64(bitPattern: inbox.place.device), Int64(bitPattern: inbox.place.inode),
                    inbox.place.magic, inbox.held,
                ])
        }
    }

    /// Takes the inbox for a new one: the next look trusts what it meets.
    package func forgetInbox() throws {
        try write { try $0.execute(sql: "DELETE FROM inbox") }
    }
}
