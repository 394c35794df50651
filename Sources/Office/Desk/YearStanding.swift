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
    /// The current reports of bodies that the roster does not have, by name.
    package let others: [ReportSummary]

    /// The standing at a moment.
    package init(
        year: String, expected: [ExpectedAgency], reports: [ReportSummary], at date: Date, in zone: TimeZone = .china
    ) {
        let own = reports.filter { $0.year == year }
        let filed = Dictionary(own.map { ($0.agency, $0) }) { first, _ in first }
        self.year = year
        let today = Period.Day(date, in: zone)
        lines = Int(year).map { year in expected.map { Line($0, filed[$0.filedAs], year, on: today) } } ?? []
        let known = Set(lines.map(\.agency.filedAs))
        others = own.filter { !known.contains($0.agency) }.sorted { $0.agency < $1.agency }
    }

    /// How many there are in each state, of the roster or not; states that nobody is in are left out.
    package var counts: [DeskState: Int] {
        let states = lines.map(\.state) + others.map { .judged($0.verdict) }
        return Dictionary(states.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The bodies of the roster whose report has come.
    package var submitted: Int { lines.count { $0.report != nil } }
    /// The bodies of the roster whose report has not come.
    package var missing: [Line] { lines.filter { $0.report == nil } }
    /// How many reports there are.
    package var received: Int { submitted + others.count }
}

extension YearStanding.Line {
    fileprivate init(
        _ agency: ExpectedAgency, _ report: ReportSummary?, _ year: Int, on today: Period.Day
    ) {
        self.agency = agency
        self.report = report
        deadline = agency.deadline(for: year)
        state = report.map { .judged($0.verdict) } ?? (today > deadline.lastDay ? .overdue : .missing)
    }
}
