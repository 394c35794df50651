import GRDB
package import Office
import Rules

/// How versions stand after what the office has decided.
extension Ledger {
    /// Puts down of a version what is left of its result, so that lists need not read it.
    static func settle(_ version: Int64, _ database: Database) throws {
        guard
            let row = try Row.fetchOne(
                database,
                cached: """
                    SELECT * FROM version WHERE id = ? AND EXISTS (SELECT 1 FROM decision
                        WHERE year = version.year AND agency = version.agency AND decision.version <= version.number)
                    """,
                arguments: [version])
        else { return }
        try settle(row, decisions(of: row["agency"], year: row["year"], database), database)
    }

    static func settle(_ agency: String, year: String, _ database: Database) throws {
        let decisions = try decisions(of: agency, year: year, database)
        let versions = try Row.fetchAll(
            database, cached: "SELECT * FROM version WHERE year = ? AND agency = ?", arguments: [year, agency])
        for row in versions { try settle(row, decisions, database) }
    }

    private static func settle(_ row: Row, _ decisions: [Decision], _ database: Database) throws {
        var version = try ReportVersion(row: row)
        version.decisions = decisions
        let standing = version.standing
        let left = Set(standing.open.map(\.finding.rule))
        try database.execute(
            cached: """
                UPDATE summary SET errors = ?, warnings = ?, is_secret = ?, is_misplaced = ?, waived = ?, is_overruled = ?
                WHERE version = ?
                """,
            arguments: [
                standing.count(of: .error), standing.count(of: .warning), left.contains("secrecy-marking"),
                left.contains("folder-mismatch"), standing.waived.count, standing.overrule != nil, row["id"] as Int64,
            ])
        try markWaived(standing, of: row["id"], database)
        guard standing.verdict.rawValue != row["verdict"] else { return }
        try database.execute(
            cached: "UPDATE version SET verdict = ? WHERE id = ?",
            arguments: [standing.verdict.rawValue, row["id"] as Int64])
    }

    /// All that the office has decided on the versions of a report, also what it took back, the first first.
    package nonisolated func decisions(of agency: String, year: String) throws -> [Decision] {
        try view { try Self.decisions(of: agency, year: year, $0) }
    }

    static func decisions(of agency: String, year: String, _ database: Database) throws -> [Decision] {
        try Decision.fetchAll(
            database, cached: "SELECT * FROM decision WHERE year = ? AND agency = ? ORDER BY id",
            arguments: [year, agency])
    }

    /// The same, and what was decided on the body's reports under its other names, where this one is its report that counts.
    static func decisionsToTell(of agency: String, year: String, _ database: Database) throws -> [Decision] {
        let names = try adoptedNames(database).all(of: agency)
        guard names.count > 1, try filedName(of: agency, in: year, database) == agency else {
            return try decisions(of: agency, year: year, database)
        }
        return try names.flatMap { name in
            try decisions(of: name, year: year, database).map { NamedDecision(name: name, decision: $0) }
        }.map { $0.told(with: agency) }.sorted { $0.id < $1.id }
    }

    /// The same of all reports of a year, by agency.
    static func decisions(ofYear year: String, _ database: Database) throws -> [String: [Decision]] {
        try Row.fetchAll(database, cached: "SELECT * FROM decision WHERE year = ? ORDER BY id", arguments: [year])
            .reduce(into: [:]) { all, row in all[row["agency"], default: []].append(try Decision(row: row)) }
    }

    /// The same with the name of each, the first first.
    private static func namedDecisions(of year: String, _ database: Database) throws -> [NamedDecision] {
        try Row.fetchAll(database, cached: "SELECT * FROM decision WHERE year = ? ORDER BY id", arguments: [year])
            .map { NamedDecision(name: $0["agency"], decision: try Decision(row: $0)) }
    }

    static func currentVersion(of agency: String, year: String, _ database: Database) throws -> Row? {
        try Row.fetchOne(
            database, cached: "SELECT * FROM (\(currentVersions)) WHERE year = ? AND agency = ?",
            arguments: [year, agency])
    }
}

/// What waits for a decision.
extension Ledger {
    /// A finding of a current version that counts.
    package struct OpenFinding: Sendable, Equatable {
        package let year: String
        package let agency: String
        package let version: Int
        /// What tells the bytes of the version from others.
        package let content: String
        package let line: Standing.Line
    }

    /// The errors and warnings that count of a year's current versions, by agency, each in the order of its receipt. What could not be
    /// checked has none, nor has a report whose body has a later one under another name.
    package nonisolated func openFindings(of year: String) throws -> [OpenFinding] {
        try view { try Self.openFindings(of: year, $0) }
    }

    static func openFindings(of year: String, _ database: Database) throws -> [OpenFinding] {
        // What the office has accepted as a whole waits for nothing.
        try findings(of: year, where: "errors + warnings > 0 AND verdict <> 'accepted'", database, \.open)
    }

    /// The same of the findings that the office has waived.
    static func waivedFindings(of year: String, _ database: Database) throws -> [OpenFinding] {
        try findings(of: year, where: "waived > 0", database, \.waived)
    }

    private static func findings(
        of year: String, where isMeant: String, _ database: Database, _ lines: (Standing) -> [Standing.Line]
    ) throws -> [OpenFinding] {
        let names = try adoptedNames(database)
        let decisions = Dictionary(grouping: try namedDecisions(of: year, database)) { names.body($0.name) }
        let replaced = try replaced(names, in: year, database)
        let rows = try Row.fetchCursor(
            database,
            // The numbers of the tables, which are most of a result, are not asked for.
            sql: """
                SELECT year, agency, number, content, at, json_replace(result, '$.sections', json('{}'),
                    '$.disclosure', NULL, '$.requests', NULL, '$.review', NULL) AS result
                FROM (\(currentVersions)) AS current JOIN summary ON summary.version = current.id
                WHERE year = ? AND \(isMeant) ORDER BY agency
                """,
            arguments: [year])
        var found: [OpenFinding] = []
        while let row = try rows.next() {
            var version = try ReportVersion(row: row)
            guard version.result.verdict.isOfContent, replaced[version.agency] == nil else { continue }
            version.decisions = (decisions[names.body(version.agency)] ?? []).map { $0.told(with: version.agency) }
            found += lines(version.standing).filter { $0.finding.severity != .info }.map {
                OpenFinding(
                    year: version.year, agency: version.agency, version: version.version, content: row["content"],
                    line: $0)
            }
        }
        return found
    }
}

/// A decision with the name under which the report is filed that it was made for.
private struct NamedDecision {
    let name: String
    let decision: Decision

    /// The decision as it is told of with the report that the body has filed under a name.
    func told(with agency: String) -> Decision {
        guard name != agency else { return decision }
        var told = decision
        told.formerName = name
        return told
    }
}
