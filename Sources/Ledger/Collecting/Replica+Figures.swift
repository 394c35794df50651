package import Foundation
import GRDB
import Office
import Reports
import Rules

/// What a higher office sees of a ledger.
package struct OfficeFigures: Sendable {
    /// The last record that they show.
    let record: Int
    let recorded: String?
    /// The day of the first report.
    let began: String?
    /// The year whose reports are handed in now.
    let due: Int
    /// The years that they are about; `nil` where all are.
    let years: Set<String>?
    let bodies: [OfficeBodyRow]
    let sums: [OfficeSum]
}

/// A body's row in the tables of a higher office.
struct OfficeBodyRow: Sendable {
    let year: String
    let agency: String
    var position = 0
    var group = ""
    var sumsUp = false
    var isListed = false
    var deadline: String?
    var lastDay: String?
    var verdict: Verdict?
    var report: OfficeBody.Submitted?
    var isLate = false
}

extension Replica {
    /// How the bodies of the office stand at a moment, for the years for which that can have changed since they were shown: those that later
    /// records are about, and all once another year is due. It takes as long as reading the reports of these.
    package func figures(since shown: Ledger.Followed, at date: Date) throws -> OfficeFigures {
        do {
            return try read { try Self.figures(since: shown, at: date, $0) }
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    private static func figures(
        since shown: Ledger.Followed, at date: Date, _ database: Database
    ) throws -> OfficeFigures {
        let facts = try Ledger.roster(database)
        let roster = facts?.roster ?? Roster()
        let overview = try Ledger.overview(database, at: date, validFor: .zero, roster: roster)
        let zone = roster.deadlines.timeZone
        let due = Overview.dueYear(on: Period.Day(date, in: zone))
        let years = shown.due == due ? try years(since: shown.record, database) : nil
        let standings = overview.standings(in: zone).filter { years?.contains($0.year) ?? true }
        let last = try StoredRecord.last(before: .max, in: database)
        return OfficeFigures(
            record: last?.number ?? 0, recorded: last?.at,
            began: overview.began.map { Period.Day($0, in: zone).stamp },
            due: due, years: years,
            bodies: try standings.flatMap {
                try Self.rows(of: $0, handedIn(for: $0.year, database), overview.began, in: zone)
            },
            sums: try standings.compactMap { standing in
                try Int(standing.year).map { try Self.sum(of: $0, roster, database) }
            })
    }

    /// The years that records after one are about, and those of the reports that they replace; `nil` where all may have changed.
    private static func years(since record: Int, _ database: Database) throws -> Set<String>? {
        let general = [Event.roster, .pruned].map(\.rawValue)
        let areAll = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE number > ? AND event IN (?, ?))",
            arguments: [record] + StatementArguments(general))
        guard record > 0, areAll == false else { return nil }
        return try String.fetchSet(
            database,
            sql: """
                WITH told AS (
                    SELECT fields ->> '$.YEAR' AS year, iif(json_valid(fields ->> '$.FACTS'), fields ->> '$.FACTS', '{}') AS facts
                    FROM record WHERE number > ?)
                SELECT CAST(year AS TEXT) FROM (
                    SELECT year FROM told UNION SELECT facts ->> '$.supersededBy.year' FROM told
                    UNION SELECT ended.value ->> '$.year' FROM told, json_each(facts, '$.supersedes') AS ended
                    WHERE ended.type = 'object')
                WHERE year IS NOT NULL
                """,
            arguments: [record])
    }

    /// When the bodies handed in their reports for a year, by the names under which these are filed: a corrected version is in time when the
    /// first one was; what the office has accepted comes before both.
    private static func handedIn(for year: String, _ database: Database) throws -> [String: Date] {
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT agency, min(at) AS at FROM version WHERE year = ?1 GROUP BY agency
                UNION ALL SELECT agency, time FROM acceptance
                WHERE year = ?1 AND id IN (SELECT max(id) FROM acceptance GROUP BY year, agency)
                """,
            arguments: [year])
        return Dictionary(rows.map { ($0["agency"], $0["at"]) }, uniquingKeysWith: { _, accepted in accepted })
    }

    private static func rows(
        of standing: YearStanding, _ handedIn: [String: Date], _ began: Date?, in zone: TimeZone
    ) -> [OfficeBodyRow] {
        let first = began.map { Period.Day($0, in: zone) }
        let listed = standing.lines.map { line in
            let time = line.report.flatMap { handedIn[$0.formerName ?? $0.agency] }
            let timing = time.flatMap { time in
                Int(standing.year).flatMap { year in
                    Timing(of: Period.Day(time, in: zone), for: year, by: line.deadline, atWorkSince: first)
                }
            }
            return OfficeBodyRow(
                year: standing.year, agency: line.agency.name, group: line.agency.group,
                sumsUp: line.agency.sumsUp, isListed: true, deadline: line.deadline.day.stamp,
                lastDay: line.deadline.lastDay.stamp, verdict: line.report?.verdict,
                report: line.report.map(OfficeBody.Submitted.init), isLate: timing?.isLate ?? false)
        }
        let others = standing.others.map { report in
            OfficeBodyRow(
                year: standing.year, agency: report.agency, verdict: report.verdict,
                report: OfficeBody.Submitted(report))
        }
        return zip(0..., listed + others).map { position, row in
            var row = row
            row.position = position
            return row
        }
    }

    private static func sum(of year: Int, _ roster: Roster, _ database: Database) throws -> OfficeSum {
        let totals = try Ledger.totals(database, of: year, roster: roster)
        return OfficeSum(
            office: "", year: year, tally: totals.tally, counted: totals.included.count,
            leftOut: totals.bodiesLeftOut, own: totals.own?.result.tally)
    }
}
