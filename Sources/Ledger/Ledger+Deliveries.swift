package import Channels
package import Foundation
import GRDB
import Office

/// Notices on their way: each channel gets each notice at least once, under an id that stays the same.
extension Ledger {
    /// A notice that a channel is pending.
    package struct Delivery: Sendable, Equatable {
        package let number: Int64
        package let channel: String
        package let notice: Notice
        package let attempts: Int
        /// An earlier attempt may have arrived.
        package let mayRepeat: Bool
        package let owedSince: Date

        var key: [DatabaseValue] { [number.databaseValue, channel.databaseValue] }
    }

    /// What became of an attempt.
    package enum Attempt: Sendable, Equatable {
        case done
        /// To be tried again after a while; whether it has arrived all the same is known or not.
        case failed(String, retryAfter: TimeInterval, mayHaveArrived: Bool)
        /// Nobody need be told any more.
        case dropped(String)
    }

    /// The notices that may be tried at a moment, those that a person waits for and then the oldest of each channel first: at most `limit` a channel, so that one that
    /// takes nothing leaves the others their turn.
    package func dueDeliveries(at date: Date, limit: Int) throws -> [Delivery] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM (
                        SELECT delivery.*, notice.body, notice.at AS pending, row_number() OVER (
                            PARTITION BY channel ORDER BY kind <> 'test', delivery.notice) AS place
                        FROM delivery JOIN notice ON notice.number = delivery.notice WHERE \(Outbox.deliveries.due))
                    WHERE place <= :limit ORDER BY place, notice
                    """,
                arguments: StatementArguments(Outbox.arguments(at: date).merging(["limit": limit]) { $1 })
            ).map { row in
                Delivery(
                    number: row["notice"], channel: row["channel"],
                    notice: try JSON.value(Notice.self, from: row["body"]), attempts: row["attempts"],
                    mayRepeat: (row["begun"] as Date?) != nil, owedSince: row["pending"])
            }
        }
    }

    /// Records that an attempt begins: should its end never be known, it may have arrived.
    package func begin(_ delivery: Delivery, at date: Date) throws {
        try write { database in
            try Outbox.deliveries.begin(delivery.key, at: date, database)
        }
    }

    /// Records what became of an attempt.
    package func finish(_ delivery: Delivery, _ attempt: Attempt, at date: Date) throws {
        let key: StatementArguments = [delivery.number, delivery.channel]
        try write { database in
            switch attempt {
            case .done:
                try database.execute(
                    sql: "UPDATE delivery SET done = ?, failing = NULL WHERE notice = ? AND channel = ?",
                    arguments: [date] + key)
            case .failed(let error, let pause, let mayHaveArrived):
                try Outbox.deliveries.postpone(delivery.key, error, at: date, pause: pause, database)
                try database.execute(
                    sql: """
                        UPDATE delivery SET failing = coalesce(failing, ?), begun = iif(?, begun, NULL)
                        WHERE notice = ? AND channel = ?
                        """,
                    arguments: [date, mayHaveArrived || delivery.mayRepeat] + key)
            case .dropped(let error):
                try database.execute(
                    sql: "UPDATE delivery SET dropped = ?, error = ? WHERE notice = ? AND channel = ?",
                    arguments: [date, error] + key)
            }
        }
    }

    /// How many notices a channel was given lately.
    package func deliveries(through channel: String, since date: Date) throws -> Int {
        try read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM delivery WHERE channel = ? AND done > ?",
                arguments: [channel, date]) ?? 0
        }
    }

    /// The channels that have not delivered what they are pending, with the moment since which that is so.
    package func stuckChannels(before date: Date) throws -> [String: Date] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT channel, min(coalesce(failing, at)) AS since FROM delivery
                    JOIN notice ON notice.number = delivery.notice
                    WHERE done IS NULL AND dropped IS NULL AND kind <> 'test'
                    GROUP BY channel HAVING since < ?
                    """,
                arguments: [date])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["channel"], $0["since"]) })
        }
    }

    /// What has become of a notice in a channel, for a person who waits for it; `nil` while it is under way.
    package func outcome(of number: Int64, through channel: String) throws -> (isDone: Bool, error: String?)? {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM delivery WHERE notice = ? AND channel = ?", arguments: [number, channel])
            guard let row else { return nil }
            let isDone = (row["done"] as Date?) != nil
            let error: String? = row["error"]
            return isDone || error != nil ? (isDone, isDone ? nil : error) : nil
        }
    }
}
