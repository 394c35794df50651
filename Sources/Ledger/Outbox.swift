import Channels
import Foundation
import GRDB

/// What the world has not been given yet: journal records, status files, notices to channels.
///
/// Each kind of item has a table of its own. All of them have the columns by which an item is tried: `attempts` in a row that
/// failed, `due` for the next one, `begun` for one whose end is not known, the last `error`, and since when it is set `aside`.
/// One that fails is tried again after pauses that double. After some attempts it is set aside: it raises an alert, is tried
/// hourly from then on, and has never kept another one waiting.
struct Outbox: Sendable {
    let table: String
    /// What tells an item of the table from the others.
    let key: [String]
    /// Which items are still to be given, in SQL.
    let pending: String
    /// The attempts that make one set aside.
    let patience: Int

    static let records = Outbox(table: "record", key: ["number"], pending: "sent IS NULL", patience: 8)
    static let pages = Outbox(table: "publication", key: ["page", "version"], pending: "written < wanted", patience: 5)
    static let returns = Outbox(
        table: "return_page", key: ["agency", "page"], pending: "written < wanted", patience: 5)
    static let deliveries = Outbox(
        table: "delivery", key: ["notice", "channel"], pending: "done IS NULL AND dropped IS NULL", patience: .max)

    /// Which items may be tried at `:now`. A time further ahead than any pause, `:latest`, is that of a wrong clock.
    var due: String { "\(pending) AND (due IS NULL OR due <= :now OR due > :latest)" }

    /// The arguments of `due`.
    static func arguments(at date: Date) -> [String: any DatabaseValueConvertible] {
        ["now": date, "latest": date + 2 * Backoff.longest]
    }

    /// Records that an attempt begins: should its end never be known, it is known that there was one.
    func begin(_ item: [DatabaseValue], at date: Date, _ database: Database) throws {
        try set("attempts = attempts + 1, begun = ?", [date.databaseValue], of: item, database)
    }

    /// Records that an attempt has failed, and when the next one is due. It counts once, whether or not its beginning was recorded.
    func fail(_ item: [DatabaseValue], _ error: String, at date: Date, _ database: Database) throws {
        try set("attempts = attempts + (begun IS NULL), begun = NULL", [], of: item, database)
        try postpone(item, error, at: date, database)
    }

    /// Records why an attempt that was begun has failed, and when the next one is due. Whether it is at an end is left open: it may have
    /// arrived all the same.
    func postpone(
        _ item: [DatabaseValue], _ error: String, at date: Date, pause: TimeInterval? = nil, _ database: Database
    ) throws {
        let sql = "SELECT attempts FROM \(table) WHERE \(condition)"
        let attempts = try Int.fetchOne(database, cached: sql, arguments: StatementArguments(item)) ?? 1
        let isOver = attempts >= patience
        let next = date + (isOver ? Backoff.longest : min(pause ?? Backoff.pause(after: attempts), Backoff.longest))
        let aside = isOver ? date.databaseValue : .null
        try set(
            "due = ?, error = ?, aside = coalesce(aside, ?)", [next.databaseValue, error.databaseValue, aside],
            of: item,
            database)
    }

    /// What an item is set to that has been given: nothing is left of the attempts.
    static let cleared = "attempts = 0, due = NULL, begun = NULL, error = NULL, aside = NULL"

    /// Closes the attempts in which a run was killed. An item in which that happened again and again is set aside: it may be what
    /// kills the runs. Chance can have hit it as well, so the pauses begin short.
    func closeInterrupted(at date: Date, _ database: Database) throws {
        let names = key.joined(separator: ", ")
        let sql = "SELECT attempts, \(names) FROM \(table) WHERE begun IS NOT NULL AND \(pending)"
        for row in try Row.fetchAll(database, sql: sql) {
            let attempts: Int = row["attempts"]
            let item = Array(row.databaseValues.dropFirst())
            try set("begun = NULL, error = ?", ["服务在处理它时中断".databaseValue], of: item, database)
            guard attempts >= patience else { continue }
            let next = date + Backoff.pause(after: attempts - patience + 1)
            try set("due = ?, aside = ?", [next.databaseValue, date.databaseValue], of: item, database)
        }
        // A start is a new chance for what is not set aside: what stood in its way may have been mended.
        try database.execute(cached: "UPDATE \(table) SET due = NULL WHERE due IS NOT NULL AND aside IS NULL")
    }

    /// Forgets all attempts: everything may be tried at once.
    func forgetAttempts(_ database: Database) throws {
        try database.execute(cached: "UPDATE \(table) SET \(Self.cleared) WHERE attempts > 0 OR due IS NOT NULL")
    }

    private var condition: String { key.map { "\($0) = ?" }.joined(separator: " AND ") }

    private func set(
        _ assignments: String, _ values: [DatabaseValue], of item: [DatabaseValue], _ database: Database
    ) throws {
        try database.execute(
            cached: "UPDATE \(table) SET \(assignments) WHERE \(condition)",
            arguments: StatementArguments(values + item))
    }
}
