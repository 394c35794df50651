package import Alerts
package import Foundation
import GRDB
import Rules

/// What alerts are made from.
extension Ledger {
    /// The newest version of each report, as far as alerts want to know of it.
    package nonisolated func reportStates() throws -> [ReportState] {
        try view { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT agency, year, number, verdict, at, instr(result, '"rule":"secrecy-marking"') > 0 AS secret
                    FROM (\(Self.currentVersions)) ORDER BY id
                    """
            ).compactMap { row in
                Verdict(rawValue: row["verdict"]).map { verdict in
                    ReportState(
                        agency: row["agency"], year: row["year"], number: row["number"], verdict: verdict,
                        isMarkedSecret: row["secret"], at: row["at"])
                }
            }
        }
    }

    /// When the oldest record was taken down that the journal has not been given.
    package func oldestUnsent() throws -> Date? {
        try read { database in
            try Self.oldestUnsent(database)
        }
    }

    static func oldestUnsent(_ database: Database) throws -> Date? {
        try Date.fetchOne(database, sql: "SELECT at FROM record WHERE sent IS NULL ORDER BY number LIMIT 1")
    }

    /// The last moment at which something was taken down of late: to look at all records takes long.
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
