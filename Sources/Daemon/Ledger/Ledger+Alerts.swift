package import Foundation
import GRDB
import Office

/// What is wrong, from when it began until it is over. A restart neither repeats an alert nor forgets one.
extension Ledger {
    /// Makes the alerts of some kinds those that are given: new ones begin, missing ones are over.
    package func settle(_ alerts: [Alert], of kinds: Set<Alert.Kind>, at date: Date) throws {
        let names = kinds.map(\.rawValue)
        let firing = try read { database in try Self.firing(database) }.filter { names.contains($0.kind) }
        let before = Set(firing.map { Key(kind: $0.kind, subject: $0.subject) })
        let now = Dictionary(alerts.map { (Key($0), $0) }) { first, _ in first }
        guard before != Set(now.keys) else { return }
        try write { database in
            for alert in now.values where !before.contains(Key(alert)) { try Self.begin(alert, at: date, database) }
            for key in before where now[key] == nil { try Self.end(key, at: date, database) }
            try Self.want([.overview, .status], version: 0, database)
        }
    }

    /// What is wrong at this moment, the oldest first.
    static func firing(_ database: Database) throws -> [OverviewAlert] {
        try Row.fetchAll(database, sql: "SELECT * FROM alert WHERE cleared IS NULL ORDER BY id").map { row in
            OverviewAlert(kind: row["kind"], subject: row["subject"], message: row["message"], since: row["since"])
        }
    }

    private struct Key: Hashable {
        let kind, subject: String

        init(kind: String, subject: String) {
            self.kind = kind
            self.subject = subject
        }

        init(_ alert: Alert) {
            self.init(kind: alert.kind.rawValue, subject: alert.subject)
        }
    }

    private static func begin(_ alert: Alert, at date: Date, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO alert (kind, subject, message, since) VALUES (?, ?, ?, ?)",
            arguments: [alert.kind.rawValue, alert.subject, alert.message, date])
        try append([.alert(alert)], at: date, database)
    }

    private static func end(_ key: Key, at date: Date, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE alert SET cleared = ? WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [date, key.kind, key.subject])
        try append([.cleared(key.kind, key.subject)], at: date, database)
    }
}
