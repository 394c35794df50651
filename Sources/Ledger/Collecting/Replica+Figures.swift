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
    /// The name under which the office sends, as the last record has it.
    let office: String
    /// The day of the first report.
    let began: String?
    /// The years that they are about; `nil` where all are.
    let years: Set<String>?
    let bodies: [OfficeBodyRow]
    let sums: [OfficeSum]
}

/// A body's row in the tables of a higher office.
struct OfficeBodyRow: Sendable {
    let year: String
    let agency: String
    let position: Int
    var group = ""
    var sumsUp = false
    var isListed = false
    var deadline: String?
    var lastDay: String?
    var verdict: Verdict?
    var report: OfficeBody.Submitted?
}

extension Replica {
    /// How the bodies of the office stand at a moment, for some years or for all. It takes as long as reading the reports of these.
    package func figures(of years: Set<String>?, at date: Date) throws -> OfficeFigures {
        do {
            return try read { try Self.figures(of: years, at: date, $0) }
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    private static func figures(
        of years: Set<String>?, at date: Date, _ database: Database
    ) throws -> OfficeFigures {
        let facts = try Ledger.roster(database)
        let roster = facts?.roster ?? Roster()
        let overview = try Ledger.overview(database, at: date, validFor: .zero, roster: roster)
        let zone = roster.deadlines.timeZone
        let standings = overview.standings(in: zone).filter { years?.contains($0.year) ?? true }
        let last = try StoredRecord.last(before: .max, in: database)
        let fields = try last.map { try JSON.value([String: String].self, from: $0.fields) }
        return OfficeFigures(
            record: last?.number ?? 0, recorded: last?.at, office: fields?["OFFICE"] ?? "",
            began: overview.began.map { Period.Day($0, in: zone).stamp },
            years: years, bodies: standings.flatMap(Self.rows),
            sums: try standings.compactMap { standing in
                try Int(standing.year).map { try Self.sum(of: $0, roster, database) }
            })
    }

    private static func rows(of standing: YearStanding) -> [OfficeBodyRow] {
        let listed = standing.lines.map { line in
            OfficeBodyRow(
                year: standing.year, agency: line.agency.name, position: 0, group: line.agency.group,
                sumsUp: line.agency.sumsUp, isListed: true, deadline: line.deadline.day.stamp,
                lastDay: line.deadline.lastDay.stamp, verdict: line.report?.verdict,
                report: line.report.map(OfficeBody.Submitted.init))
        }
        let others = standing.others.map { report in
            OfficeBodyRow(
                year: standing.year, agency: report.agency, position: 0, verdict: report.verdict,
                report: OfficeBody.Submitted(report))
        }
        return zip(0..., listed + others).map { $1.at($0) }
    }

    private static func sum(of year: Int, _ roster: Roster, _ database: Database) throws -> OfficeSum {
        let totals = try Ledger.totals(database, of: year, roster: roster)
        return OfficeSum(
            office: "", year: year, tally: totals.tally, counted: totals.included.count,
            leftOut: totals.leftOut.count, own: totals.own?.result.tally)
    }
}

extension OfficeBodyRow {
    fileprivate func at(_ position: Int) -> OfficeBodyRow {
        OfficeBodyRow(
            year: year, agency: agency, position: position, group: group, sumsUp: sumsUp, isListed: isListed,
            deadline: deadline, lastDay: lastDay, verdict: verdict, report: report)
    }
}
