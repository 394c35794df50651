package import Alerts
package import Foundation
import GRDB
import Rules

/// What alerts are made from.
extension Ledger {
    /// The newest version of each report, as far as alerts want to know of it. One that lay in another body's folder is nobody's, and
    /// nobody need see to it once its file is gone; `inbox` has the files that are there, where that is known. A full ledger has many of
    /// which nothing is to be said: within a scope these are left out.
    package nonisolated func reportStates(
        in inbox: Set<InboxPath>?, of scope: ReportAlerts.Scope? = nil
    ) throws -> [ReportState] {
        try view { database in
            lazy var kept = inbox.map { Set($0.lazy.map(\.kept)) }
            return try Self.reportStates(database, of: scope) { version in
                guard let kept else { return false }
                return try Self.holders(ofVersion: version, database).isDisjoint(with: kept)
            }
        }
    }

    /// Bytes of which there must be copies: those of all current versions.
    package func currentContents() throws -> Set<String> {
        try read { try Set(String.fetchAll($0, sql: Self.contentsOfCurrentVersions)) }
    }

    /// Some of them: those of some of the oldest and some of the newest current versions.
    package func sampleOfContents() throws -> Set<String> { try read(Self.sampleOfContents) }

    static func sampleOfContents(_ database: Database) throws -> Set<String> {
        let ends = ["ORDER BY id LIMIT 8", "ORDER BY id DESC LIMIT 8"]
        return Set(
            try ends.flatMap { try String.fetchAll(database, sql: "\(contentsOfCurrentVersions) \($0)") })
    }

    private static let contentsOfCurrentVersions =
        "SELECT content FROM (\(currentVersions)) WHERE content NOT GLOB '\(Content.unread)*'"

    private static func reportStates(
        _ database: Database, of scope: ReportAlerts.Scope?, isGone: (Int64) throws -> Bool
    ) throws -> [ReportState] {
        let years = try scope.map { try Self.years(of: $0, database) }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, agency, year, number, verdict, at, is_secret, is_misplaced, is_overruled,
                    \(putAt(of: "current")) AS put,
                    iif(is_overruled, (SELECT max(at) FROM decision
                        WHERE year = current.year AND agency = current.agency), NULL) AS decided
                FROM (\(currentVersions)) AS current JOIN summary ON summary.version = current.id
                WHERE \(years.map { "year IN (\(databaseQuestionMarks(count: $0.count)))" } ?? "TRUE") ORDER BY +current.id
                """, arguments: StatementArguments(years ?? []))
        var states: [ReportState] = []
        while let row = try rows.next() {
            guard let verdict = Verdict(rawValue: row["verdict"]) else { continue }
            var state = ReportState(
                agency: row["agency"], year: row["year"], number: row["number"], verdict: verdict,
                isMarkedSecret: row["is_secret"], isMisplaced: row["is_misplaced"], at: row["at"])
            state.isOverruled = row["is_overruled"]
            state.putAt = row["put"] ?? 0
            // A decision on an old report is news.
            if let decided: Date = row["decided"] { state.at = max(state.at, decided) }
            if try state.isMisplaced && !state.isMarkedSecret && isGone(row["id"]) { continue }
            states.append(state)
        }
        return states
    }

    /// The years that are asked for, and those of which something came or was decided of late.
    private static func years(of scope: ReportAlerts.Scope, _ database: Database) throws -> [String] {
        let news = try String.fetchAll(
            database,
            cached: """
                SELECT year FROM version JOIN arrival ON arrival.version = version.id WHERE arrival.at > :since
                UNION SELECT year FROM decision WHERE at > :since
                """, arguments: ["since": scope.since])
        return Set(news + scope.years).sorted()
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
