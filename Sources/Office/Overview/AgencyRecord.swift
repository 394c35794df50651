package import Foundation
import Reports
import Rules

/// A body in a year as `nianbao.status/1` and `nianbao list --json` write it. `state` is a verdict, `missing` or `overdue`.
package struct AgencyRecord: Encodable, Sendable {
    let year, agency, group, state: String
    /// The last day, `2025-01-31`; `nil` for a body that the roster does not have, and for a report that says no year.
    let deadline: String?
    let report: ReportRecord?

    /// A body of the roster.
    package init(_ line: YearStanding.Line, year: String, in zone: TimeZone = .china) {
        self.year = year
        agency = line.agency.name
        group = line.agency.group
        state = line.state.rawValue
        deadline = line.deadline.day.stamp
        report = line.report.map { ReportRecord($0, in: zone) }
    }

    /// A report of a body that the roster does not have, or one that says no year.
    package init(_ report: ReportSummary, group: String = "", in zone: TimeZone = .china) {
        year = report.year
        agency = report.agency
        self.group = group
        state = report.verdict.rawValue
        deadline = nil
        self.report = ReportRecord(report, in: zone)
    }

    enum CodingKeys: String, CodingKey { case year, agency, group, state, deadline, report }

    /// Writes every key, `null` where there is nothing.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(year, forKey: .year)
        try container.encode(agency, forKey: .agency)
        try container.encode(group, forKey: .group)
        try container.encode(state, forKey: .state)
        try container.encode(deadline, forKey: .deadline)
        try container.encode(report, forKey: .report)
    }
}
