package import Foundation
import GRDB
import Linux
import Rules

/// What did not survive a file: the reader, whose crashes count against the bytes, and this program, whose deaths do not.
///
/// A daemon can die for many reasons, of which a file is the least likely: it is killed, the power fails, memory runs out. So its
/// death is held against nobody; only a file that was in its hands each of many times is set aside, as a fault of ours.
extension Ledger {
    /// A file in whose judging this program died.
    package struct Suspect: Sendable, Equatable {
        /// As many deaths are no chance any more.
        package static let deathsEnough = 3

        package let path: InboxPath
        /// How many runs died.
        package let deaths: Int
        /// When it is to be judged again.
        package let due: Date

        package var isSetAside: Bool { deaths >= Self.deathsEnough }

        /// How long to wait after so many deaths: the first time it is only put behind all others.
        static func pause(after deaths: Int) -> TimeInterval {
            let pauses: [TimeInterval] = [0, 60, 600, 3600, 6 * 3600]
            return pauses[min(max(deaths - deathsEnough, 0), pauses.count - 1)]
        }
    }

    /// Records that a file is about to be judged, and tells how often the reader crashed over its bytes. `ended`, `record` or
    /// `replace` says that this run has survived it. A power cut is no file's doing.
    package func begin(_ arrival: Arrival) throws -> Int {
        try write(outliving: .kill) { database in
            try database.execute(
                cached: """
                    INSERT INTO judging (content, folder, name, in_hand) VALUES (?, ?, ?, 1)
                    ON CONFLICT DO UPDATE SET in_hand = 1
                    """,
                arguments: [arrival.content.key] + arrival.file.path.kept.arguments)
            return try Self.crashes(over: arrival.content, database)
        }
    }

    /// Records that judging a file came to an end without a result.
    package func ended(_ content: Content) throws {
        try write(outliving: .kill) { database in try Self.putDown(content, database) }
    }

    /// Records that the reader crashed over some bytes; gives how often it has.
    package func crashed(over content: Content) throws -> Int {
        try write { database in
            try database.execute(
                cached: "INSERT INTO crash (content, count) VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                arguments: [content.key])
            try Self.putDown(content, database)
            return try Self.crashes(over: content, database)
        }
    }

    /// Records what the last run died over, if it did: asked by a run once, before it takes anything in hand.
    package func countDeaths(at date: Date) throws {
        try write { database in
            for row in try Row.fetchAll(database, cached: "SELECT content, deaths FROM judging WHERE in_hand") {
                let deaths = (row["deaths"] as Int) + 1
                try database.execute(
                    cached: "UPDATE judging SET in_hand = 0, deaths = ?, due = ? WHERE content = ?",
                    arguments: [deaths, date + Suspect.pause(after: deaths), row["content"] as String])
            }
        }
    }

    /// All files in whose judging runs died, by what identifies their bytes, and all that are `failed`: a ledger that was made anew from
    /// the journal has nothing else of them.
    package func suspects(at date: Date) throws -> [String: Suspect] {
        try write { database in
            try database.execute(
                cached: """
                    INSERT OR IGNORE INTO judging (content, folder, name, in_hand, deaths)
                    SELECT content, folder, name, 0, ? FROM version
                    JOIN arrival ON arrival.id = (SELECT min(id) FROM arrival WHERE version = version.id)
                    WHERE verdict = ? AND successor IS NULL
                    """,
                arguments: [Suspect.deathsEnough, Verdict.failed.rawValue])
            let rows = try Row.fetchAll(database, cached: "SELECT * FROM judging WHERE deaths > 0")
            return Dictionary(
                rows.map { row in
                    let suspect = Suspect(path: InboxPath(row), deaths: row["deaths"], due: row["due"] ?? date)
                    return (row["content"], suspect)
                }, uniquingKeysWith: { $1 })
        }
    }

    /// Forgets what did not survive some bytes: they have a result, or nobody waits for one.
    package func forgetFailures(of content: String) throws {
        try write { database in try Self.forgetFailures(of: content, database) }
    }

    static func forgetFailures(of content: String, _ database: Database) throws {
        try database.execute(cached: "DELETE FROM judging WHERE content = ?", arguments: [content])
        try database.execute(cached: "DELETE FROM crash WHERE content = ?", arguments: [content])
    }

    /// This run has survived a file; what earlier ones did stays.
    static func putDown(_ content: Content, _ database: Database) throws {
        try database.execute(
            cached: "DELETE FROM judging WHERE content = ? AND deaths = 0", arguments: [content.key])
        try database.execute(cached: "UPDATE judging SET in_hand = 0 WHERE content = ?", arguments: [content.key])
    }

    private static func crashes(over content: Content, _ database: Database) throws -> Int {
        try Int.fetchOne(database, cached: "SELECT count FROM crash WHERE content = ?", arguments: [content.key]) ?? 0
    }
}
