package import Foundation
package import Reports

/// How the bodies stand with their reports for a year.
package struct YearStanding: Sendable, Equatable {
    /// A body of the roster with its current report, if one has come.
    package struct Line: Sendable, Equatable {
        package var agency: ExpectedAgency
        package var report: ReportSummary?
        package var deadline: Deadline
        package var state: DeskState
    }

    /// Four digits, or words for the reports that do not say.
    package let year: String
    /// The bodies of the roster, in its order; empty where there is no roster, or no year.
    package let lines: [Line]
    /// The current reports of bodies that the roster does not have, by name; all of them where they say no year.
    package let others: [ReportSummary]
    /// The groups of the roster's bodies, by the names under which their reports are filed.
    private let groups: [String: String]
    /// Whether the office asks any of the bodies for their reports on the year.
    package let isAsked: Bool

    /// The standing at a moment; the office has been at work since another one, where that is known.
    package init(
        year: String, expected: [ExpectedAgency], reports: [ReportSummary], at date: Date,
        atWorkSince began: Date? = nil, in zone: TimeZone = .china
    ) {
        let own = reports.filter { $0.year == year }
        let filed = Dictionary(own.map { ($0.agency, $0) }) { first, _ in first }
        self.year = year
        groups = Dictionary(expected.map { ($0.filedAs, $0.group) }) { first, _ in first }
        let today = Period.Day(date, in: zone)
        let began = began.map { Period.Day($0, in: zone) }
        let lines =
            Int(year).map { year in
                expected.map { Line($0, filed[$0.filedAs], year, on: today, atWorkSince: began) }
            } ?? []
        self.lines = lines
        isAsked =
            Int(year).map { year in
                lines.contains { $0.deadline.isAsked(for: year, on: today, atWorkSince: began) }
            } ?? false
        let known = Set(lines.map(\.agency.filedAs))
        others = own.filter { !known.contains($0.agency) }.sorted { $0.agency < $1.agency }
    }

    /// How many there are in each state, of the roster or not; states that nobody is in are left out.
    package var counts: [DeskState: Int] {
        let states = lines.map(\.state) + others.map { .judged($0.verdict) }
        return Dictionary(states.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The group of the body of one of the other reports: one that says no year can be of a body of the roster.
    package func group(of report: ReportSummary) -> String { groups[report.agency] ?? "" }

    /// The bodies of the roster whose report has come.
    package var submitted: Int { lines.count { $0.report != nil } }
    /// The bodies of the roster whose report has not come.
    package var missing: [Line] { lines.filter { $0.report == nil } }
    /// How many reports there are.
    package var received: Int { submitted + others.count }
}

extension YearStanding.Line {
    fileprivate init(
        _ agency: ExpectedAgency, _ report: ReportSummary?, _ year: Int, on today: Period.Day,
        atWorkSince began: Period.Day?
    ) {
        self.agency = agency
        self.report = report
        deadline = agency.deadline(for: year)
        let isOverdue = today > deadline.lastDay && deadline.isAsked(for: year, on: today, atWorkSince: began)
        state = report.map { .judged($0.verdict) } ?? (isOverdue ? .overdue : .missing)
    }
}
