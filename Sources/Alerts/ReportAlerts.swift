package import Foundation
import Office
package import Reports
import Rules

/// What there is to say of the reports of a roster at a moment. It asks nobody for the time, so that any January can be played through.
package enum ReportAlerts {
    /// The kinds of which it tells all there are.
    package static let kinds: Set<Alert.Kind> = missingKinds.union([
        .secrecyMarking, .reportReturned, .reportUnreadable,
    ])
    /// Those that say that a report is not there.
    package static let missingKinds: Set<Alert.Kind> = [.reportReminder, .reportDue, .reportOverdue]

    /// What is older than this is no news to anybody; a ledger that was there before has many such.
    private static let news = TimeInterval(60 * 86_400)

    /// All alerts about reports.
    package static func all(of reports: [ReportState], _ roster: Roster, at date: Date) -> [Alert] {
        let today = Period.Day(date, in: roster.deadlines.timeZone)
        let recent = reports.filter { abs(date.timeIntervalSince($0.at)) < news }
        let handedIn = Set(reports.map(\.subject))
        return recent.compactMap(alert)
            + [today.year - 1, today.year].flatMap { year in
                roster.agencies.compactMap { agency in
                    let filed = Filing(year: year, agency: agency.name)
                    return handedIn.contains("\(filed.agency) \(filed.year)")
                        ? nil : missing(agency, filed.agency, year, roster.deadlines, today)
                }
            }
    }

    private static func alert(of report: ReportState) -> Alert? {
        if report.isMarkedSecret { return .secrecy(report) }
        switch report.verdict {
        case .returned: return .returned(report)
        case .unreadable: return .unreadable(report)
        case .accepted, .acceptedWithWarnings, .failed: return nil
        }
    }

    private static func missing(
        _ agency: Agency, _ name: String, _ year: Int, _ deadlines: Deadlines, _ today: Period.Day
    ) -> Alert? {
        let deadline = deadlines.submit(of: agency, for: year)
        if today > deadline.lastDay {
            return today <= deadlines.pursuitEnds(after: deadline) ? .overdue(name, year, deadline) : nil
        }
        if today >= deadlines.lastCall(before: deadline) { return .due(name, year, deadline) }
        let step = deadlines.reminders(before: deadline).last { $0 <= today }
        return step.map { .reminder(name, year, deadline, step: $0) }
    }
}
