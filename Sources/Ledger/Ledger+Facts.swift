package import Alerts
package import Foundation
import GRDB
import Rules

/// What alerts are made from.
extension Ledger {
    /// The newest version of each report, as far as alerts want to know of it. One that lay in another body's folder is nobody's, and
    /// nobody need see to it once its file is gone; `inbox` has the files that are there, where that is known.
    package nonisolated func reportStates(in inbox: Set<InboxPath>?) throws -> [ReportState] {
        try view { database in
            lazy var kept = inbox.map { Set($0.lazy.map(\.kept)) }
            return try Self.reportStates(database) { version in
                guard let kept else { return false }
                return try Self.holders(ofVersion: version, database).isDisjoint(with: kept)
            }
        }
    }

    /// Bytes of which there must be copies: those of some of the oldest and some of the newest current versions.
    package func sampleOfContents() throws -> [String] { try read(Self.sampleOfContents) }

    static func sampleOfContents(_ database: Database) throws -> [String] {
        let sql = "SELECT content FROM (\(currentVersions)) WHERE content NOT GLOB '\(Content.unread)*' ORDER BY id"
        return Set(try ["", " DESC"].flatMap { try String.fetchAll(database, sql: sql + $0 + " LIMIT 8") }).sorted()
    }

    static func reportStates(
        _ database: Database, isGone: (Int64) throws -> Bool = { _ in false }
    ) throws -> [ReportState] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT id, agency, year, number, verdict, at, is_secret, is_misplaced, is_overruled,
                    iif(is_overruled, (SELECT max(at) FROM decision
                        WHERE year = current.year AND agency = current.agency), NULL) AS decided
                FROM (\(currentVersions)) AS current JOIN summary ON summary.version = current.id ORDER BY +current.id
                """
        ).compactMap { row in
            guard let verdict = Verdict(rawValue: row["verdict"]) else { return nil }
            var state = ReportState(
                agency: row["agency"], year: row["year"], number: row["number"], verdict: verdict,
                isMarkedSecret: row["is_secret"], isMisplaced: row["is_misplaced"], at: row["at"])
            state.isOverruled = row["is_overruled"]
            // A decision on an old report is news.
            if let decided: Date = row["decided"] { state.at = max(state.at, decided) }
            return try state.isMisplaced && !state.isMarkedSecret && isGone(row["id"]) ? nil : state
        }
    }

    /// When the oldest record was recorded that the journal has not been given.
    package func oldestUnsent() throws -> Date? {
        try read { database in
            try Self.oldestUnsent(database)
        }
    }

    static func oldestUnsent(_ database: Database) throws -> Date? {
        try Date.fetchOne(
            database, sql: "SELECT at FROM record WHERE sent IS NULL AND aside IS NULL ORDER BY number LIMIT 1")
    }

    /// What is set aside because it failed again and again, one of each kind: what it is called, and the last error.
    package func itemsSetAside() throws -> [(name: String, count: Int, error: String)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT '日志记录' AS name, count(*) AS count, min(error) AS error FROM record
                        WHERE aside IS NOT NULL AND sent IS NULL HAVING count(*) > 0
                    UNION ALL SELECT page, count(*), min(error) FROM publication
                        WHERE aside IS NOT NULL AND written < wanted GROUP BY page
                    UNION ALL SELECT '单位的' || page, count(*), min(error) FROM return_page
                        WHERE aside IS NOT NULL AND written < wanted GROUP BY page
                    """
            ).map { (name: $0["name"], count: $0["count"], error: $0["error"] ?? "") }
        }
    }

    /// The last moment at which something was recorded of late: to look at all records takes long.
    package func latestRecord() throws -> Date? {
        try read { database in
            try Date.fetchOne(
                database, sql: "SELECT max(at) FROM (SELECT at FROM record ORDER BY number DESC LIMIT 1000)")
        }
    }

    /// Whether an alert of a kind lasts.
    package func lasts(_ kind: Alert.Kind) throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM alert WHERE kind = ? AND cleared IS NULL)",
                arguments: [kind.rawValue]) ?? false
        }
    }
}
