package import Foundation
import GRDB
import Office

/// What is wrong, from when it began until it is over. A restart neither repeats an alert nor forgets one.
extension Ledger {
    /// Makes the alerts of some kinds those that are given: new ones begin, missing ones are over.
    package func settle(_ alerts: [Alert], of kinds: Set<Alert.Kind>, at date: Date) throws {
        let now = Dictionary(alerts.map { (Key($0), $0) }) { first, _ in first }
        let before = try read { database in try Self.firing(database) }.compactMap { firing in
            Alert.Kind(rawValue: firing.kind).map { Alert($0, firing.subject, firing.message) }
        }.filter { kinds.contains($0.kind) }
        guard Set(before) != Set(now.values) else { return }
        let known = Set(before.map(Key.init))
        let sorted = now.values.sorted { ($0.kind.rawValue, $0.subject) < ($1.kind.rawValue, $1.subject) }
        try write { database in
            for alert in sorted {
                if !known.contains(Key(alert)) {
                    try Self.begin(alert, at: date, database)
                } else if !before.contains(alert) {
                    try Self.reword(alert, database)
                    try Self.append([.reworded(alert)], at: date, database)
                }
            }
            for alert in before where now[Key(alert)] == nil { try Self.end(alert, at: date, database) }
            try Self.want(Page.timed, version: 0, database)
        }
    }

    /// What is wrong at this moment, the oldest first.
    static func firing(_ database: Database) throws -> [OverviewAlert] {
        try Row.fetchAll(database, sql: "SELECT * FROM alert WHERE cleared IS NULL ORDER BY id").map { row in
            OverviewAlert(kind: row["kind"], subject: row["subject"], message: row["message"], since: row["since"])
        }
    }

    /// Two alerts are the same one, whatever the words, when they are about the same.
    private struct Key: Hashable {
        let kind: Alert.Kind
        let subject: String

        init(_ alert: Alert) {
            kind = alert.kind
            subject = alert.subject
        }
    }

    private static func begin(_ alert: Alert, at date: Date, _ database: Database) throws {
        try insert(alert, at: date, database)
        try append([.alert(alert)], at: date, database)
    }

    private static func end(_ alert: Alert, at date: Date, _ database: Database) throws {
        try close(alert, at: date, database)
        try append([.cleared(alert)], at: date, database)
    }

    static func insert(_ alert: Alert, at time: some DatabaseValueConvertible, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO alert (kind, subject, message, since) VALUES (?, ?, ?, ?)",
            arguments: [alert.kind.rawValue, alert.subject, alert.message, time])
    }

    static func reword(_ alert: Alert, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE alert SET message = ? WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [alert.message, alert.kind.rawValue, alert.subject])
    }

    static func close(_ alert: Alert, at time: some DatabaseValueConvertible, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE alert SET cleared = ? WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [time, alert.kind.rawValue, alert.subject])
    }
}
