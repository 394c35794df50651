import GRDB
package import Rules

/// What the ledger holds, in numbers.
package struct Figures: Sendable, Equatable {
    /// The current report versions by verdict.
    package var verdicts: [Verdict: Int] = [:]
    /// The journal entries that no journal has yet.
    package var unsent = 0

    /// What is wrong at this moment.
    package var alerts = 0

    package init() {}

    init(of database: Database) throws {
        let rows = try Row.fetchAll(
            database, sql: "SELECT verdict, count(*) AS count FROM (\(Ledger.currentVersions)) GROUP BY verdict")
        for row in rows {
            if let verdict = Verdict(rawValue: row["verdict"]) { verdicts[verdict] = row["count"] }
        }
        unsent = try Int.fetchOne(database, sql: "SELECT count(*) FROM record WHERE sent IS NULL") ?? 0
        alerts = try Ledger.firing(database).count
    }
}
