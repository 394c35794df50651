package import Alerts
package import Foundation
import GRDB

/// What people do about alerts.
extension Ledger {
    /// What nobody wants to hear of for a while.
    package struct Mute: Sendable, Equatable, Decodable, FetchableRecord {
        /// A kind, or the number of an alert.
        package var target: String
        package var until: Date
        package var why: String
    }

    /// The alerts that last, and those that were over after a moment; the oldest first.
    package func alerts(overSince date: Date? = nil) throws -> [AlertState] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM alert WHERE cleared IS NULL OR cleared > ? ORDER BY id", arguments: [date]
            ).compactMap(AlertState.init)
        }
    }

    /// What nobody wants to hear of at a moment.
    package func mutes(at date: Date) throws -> [Mute] { try read { try Self.mutes(at: date, $0) } }

    static func mutes(at date: Date, _ database: Database) throws -> [Mute] {
        try Mute.fetchAll(
            database, sql: "SELECT target, max(until) AS until, why FROM mute WHERE until > ? GROUP BY target",
            arguments: [date])
    }

    /// Records that a person sees to an alert: it is not repeated. False where no alert of the number fires.
    package func acknowledge(_ id: Int64, why: String, at date: Date) throws -> Bool {
        try write { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM alert WHERE id = ? AND cleared IS NULL AND state = 'firing'",
                arguments: [id])
            guard let state = row.flatMap(AlertState.init) else { return false }
            try Self.acknowledge(id, database)
            try Self.append([.acknowledged(state, why: why)], at: date, database)
            try Self.enqueueAlerts(database)
            return true
        }
    }

    /// Records that nobody is to be told of a kind, or of an alert, until a moment. `shown` is the moment as people read it.
    package func mute(_ target: String, until: Date, shown: String, why: String, at date: Date) throws {
        try write { database in
            let facts = MuteFacts(until: String.fromDatabaseValue(until.databaseValue) ?? "", why: why)
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM alert WHERE id = ? AND cleared IS NULL", arguments: [Int64(target)])
            let alert = row.flatMap(AlertState.init)?.alert
            try Self.insert(facts, target: target, at: date, database)
            try Self.append([.muted(target, alert, until: shown, facts)], at: date, database)
        }
    }

    static func acknowledge(_ id: Int64, _ database: Database) throws {
        try database.execute(sql: "UPDATE alert SET state = 'acknowledged' WHERE id = ?", arguments: [id])
    }

    static func insert(
        _ facts: MuteFacts, target: String, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(sql: "DELETE FROM mute WHERE target = ?", arguments: [target])
        try database.execute(
            sql: "INSERT INTO mute (target, until, why, at) VALUES (?, ?, ?, ?)",
            arguments: [target, facts.until, facts.why, time])
    }
}
