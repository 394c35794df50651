import GRDB
package import Office
package import Reports
import Rules

/// The years side by side, from what is kept beside the results.
extension Ledger {
    /// The years of an agency.
    package nonisolated func years(of agency: String, roster: Roster = Roster()) throws -> YearComparison {
        try view { try Self.years($0, of: agency, roster: roster) }
    }

    /// The years of all bodies together, summed as the roster says.
    package nonisolated func years(roster: Roster) throws -> Years {
        try view { try Self.years($0, roster: roster) }
    }

    static func years(_ database: Database, of agency: String, roster: Roster) throws -> YearComparison {
        let names = FiledNames(roster)
        let filed = names.all(of: agency)
        let reports = try yearReports(
            "WHERE agency IN (SELECT value FROM json_each(?))", [try JSON.line(filed)], names, database)
        return YearComparison(of: filed[0], reports: reports)
    }

    static func years(_ database: Database, roster: Roster) throws -> Years {
        let summingUp = roster.summingUp.map { Filing(year: 0, agency: $0.name).agency }
        return try Years(yearReports("", [], FiledNames(roster), database), summingUp: summingUp) { year in
            try ranking(database, of: year, roster: roster)
        }
    }

    /// The rules that were broken most in the reports on a year.
    static func ranking(_ database: Database, of year: Int, roster: Roster) throws -> RuleRanking {
        let versions = """
            SELECT id, agency, number = (SELECT min(number) FROM version
                    WHERE year = newest.year AND agency = newest.agency AND successor IS NULL) AS is_first,
                number = (SELECT max(number) FROM version
                    WHERE year = newest.year AND agency = newest.agency AND successor IS NULL) AS is_current
            FROM version AS newest WHERE year = ? AND successor IS NULL AND verdict <> ?
            """
        let arguments: StatementArguments = [String(year), Verdict.failed.rawValue]
        let names = FiledNames(roster)
        let replaced = try replaced(names, in: String(year), database)
        let counting = Set(
            try String.fetchAll(
                database, cached: "SELECT DISTINCT agency FROM (\(versions)) WHERE is_first OR is_current",
                arguments: arguments)
        ).filter { replaced[$0] == nil }
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT agency, rule, breach.at, severity, is_waived, is_first, is_current
                FROM (\(versions)) AS judged JOIN breach ON breach.version = judged.id WHERE is_first OR is_current
                """,
            arguments: arguments)
        let breaches: [RuleBreach] = rows.compactMap { row in
            guard counting.contains(row["agency"]) else { return nil }
            return Severity(rawValue: row["severity"]).map { severity in
                var breach = RuleBreach(
                    agency: names.body(row["agency"]), rule: row["rule"], at: row["at"], severity: severity,
                    isInFirst: row["is_first"], isInCurrent: row["is_current"])
                breach.isWaived = row["is_waived"]
                return breach
            }
        }
        return RuleRanking(
            year: year, reports: Set(counting.map(names.body)), breaches: breaches, expected: roster.expected)
    }

    /// Puts down of a version what the office has waived of its findings.
    static func markWaived(_ standing: Standing, of version: Int64, _ database: Database) throws {
        let open = Set(standing.open.map { [$0.key.rule, $0.key.at] })
        try database.execute(cached: "UPDATE breach SET is_waived = 0 WHERE version = ?", arguments: [version])
        for place in Set(standing.waived.map { [$0.key.rule, $0.key.at] }).subtracting(open) {
            try database.execute(
                cached: "UPDATE breach SET is_waived = 1 WHERE version = ? AND rule = ? AND at = ?",
                arguments: [version, place[0], place[1]])
        }
    }

    /// The current reports that say their year, under the present names of their bodies: those that the totals sum, and those that they
    /// leave out.
    private static func yearReports(
        _ which: String, _ arguments: StatementArguments, _ names: FiledNames, _ database: Database
    ) throws -> [YearReport] {
        let reports = try Row.fetchAll(
            database,
            cached: """
                SELECT agency, year, number, verdict, measure.*
                FROM (\(currentVersions) AND year <> '\(Filing.unknownYear)') AS current
                JOIN measure ON measure.version = current.id \(which)
                """,
            arguments: arguments
        ).compactMap(YearReport.init)
        return try Dictionary(grouping: reports, by: \.year).flatMap { year, reports in
            let replaced = try replaced(names, in: String(year), database)
            return reports.filter { replaced[$0.agency] == nil }.map { report in
                let body = names.body(report.agency)
                var filed = report
                filed.uncountedNames = replaced.filter { $0.value == report.agency }.keys.sorted()
                if body != report.agency { (filed.agency, filed.formerName) = (body, report.agency) }
                return filed
            }
        }
    }
}

extension YearReport {
    fileprivate init?(_ row: Row) {
        let year: String = row["year"]
        guard let year = Int(year), let verdict = Verdict(rawValue: row["verdict"]) else { return nil }
        self.init(
            agency: row["agency"], year: year, version: row["number"], verdict: verdict, gaps: row["gaps"],
            measures: Measures { measure in
                if measure == .fees { return (row[measure.rawValue] as String?).flatMap { ExactDecimal($0) } }
                return (row[measure.rawValue] as Int?).flatMap { ExactDecimal($0) }
            })
    }
}
