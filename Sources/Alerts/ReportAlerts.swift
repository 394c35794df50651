package import Foundation
import Office
package import Reports
package import Rules

/// What there is to say of the reports of a roster at a moment. It asks nobody for the time, so that any January can be played through.
package enum ReportAlerts {
    /// The kinds of which it tells all there are.
    package static let kinds: Set<Alert.Kind> = missingKinds.union([
        .secrecyMarking, .folderMismatch, .reportReturned, .reportUnreadable,
    ])
    /// Those that say that a report is not there.
    package static let missingKinds: Set<Alert.Kind> = [.reportReminder, .reportDue, .reportOverdue]

    /// What is older than this is no news to anybody; a ledger that was there before has many such.
    private static let news = TimeInterval(60 * 86_400)

    /// Which reports there may be something to say of at a moment.
    package struct Scope: Sendable {
        /// The years that reports are asked for.
        package let years: [String]
        /// What came or was decided after it is news, and so is what stands beside it.
        package let since: Date

        package init(at date: Date, in zone: TimeZone) {
            years = ReportAlerts.years(on: Period.Day(date, in: zone)).map(String.init)
            since = date - news
        }
    }

    /// Of earlier years nobody has asked, or asks any more.
    private static func years(on today: Period.Day) -> [Int] { [today.year - 1, today.year] }

    /// All alerts about reports.
    package static func all(of reports: [ReportState], _ roster: Roster, at date: Date) -> [Alert] {
        let today = Period.Day(date, in: roster.deadlines.timeZone)
        let names = FiledNames(roster)
        let replaced = Dictionary(grouping: reports, by: \.year)
            .mapValues { names.replaced($0.map { (name: $0.agency, at: $0.receivedAt, put: $0.putAt) }) }
        let recent = reports.filter {
            abs(date.timeIntervalSince($0.at)) < news && replaced[$0.year]?[$0.agency] == nil
        }
        let handedIn = Set(reports.map { AlertSubject.report(agency: names.body($0.agency), year: $0.year) })
        return recent.compactMap(alert)
            + years(on: today).flatMap { year in
                roster.agencies.compactMap { agency in
                    let filed = Filing(year: year, agency: agency.name)
                    return handedIn.contains(.report(agency: filed.agency, year: filed.year))
                        ? nil : missing(agency, filed.agency, year, roster.deadlines, today)
                }
            }
    }

    private static func alert(of report: ReportState) -> Alert? {
        if report.isMarkedSecret { return .secrecy(report) }
        if report.isMisplaced { return .misplaced(report) }
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

/// The newest version of a report, as far as alerts want to know of it.
package struct ReportState: Sendable, Equatable {
    package var agency: String
    package var year: String
    package var number: Int
    package var verdict: Verdict
    /// A marking of secrecy was found in it.
    package var isMarkedSecret: Bool
    /// It lies in the folder of another body.
    package var isMisplaced: Bool
    /// The verdict is the office's own.
    package var isOverruled = false
    /// When it came, or when the office decided on it.
    package var at: Date
    /// When it came.
    package let receivedAt: Date
    /// The time of its file, in nanoseconds since 1970.
    package var putAt = 0

    package init(
        agency: String, year: String, number: Int = 1, verdict: Verdict, isMarkedSecret: Bool = false,
        isMisplaced: Bool = false, at: Date
    ) {
        self.agency = agency
        self.year = year
        self.number = number
        self.verdict = verdict
        self.isMarkedSecret = isMarkedSecret
        self.isMisplaced = isMisplaced
        (self.at, receivedAt) = (at, at)
    }

    package var subject: AlertSubject { .report(agency: agency, year: year) }
}

/// The alerts that are about an agency's report for a year.
extension Alert {
    package static func returned(_ report: ReportState) -> Alert {
        let who = report.isOverruled ? "由办公室" : ""
        return Alert(.reportReturned, of: report, "\(who)退回修改。请把回执转给报送单位，改好后重新报送。")
    }

    package static func unreadable(_ report: ReportState) -> Alert {
        Alert(.reportUnreadable, of: report, "无法校核。请按回执所写的原因处理，或由人工核对。")
    }

    package static func secrecy(_ report: ReportState) -> Alert {
        Alert(.secrecyMarking, of: report, "中有密级标志。请立即停止传阅和公开，由保密工作机构核实处理。")
    }

    package static func misplaced(_ report: ReportState) -> Alert {
        Alert(.folderMismatch, of: report, "放在别的单位的收件文件夹里，没有计入任何一个单位的报送。请与两个单位核实是谁报送的。")
    }

    /// What is wrong with a version of a report.
    private init(_ kind: Kind, of report: ReportState, _ words: String) {
        let name = Filing.name(agency: report.agency, year: report.year, version: report.number)
        self.init(kind, about: report.subject, name + words)
    }

    package static func reminder(_ agency: String, _ year: Int, _ deadline: Deadline, step: Period.Day) -> Alert {
        Alert(
            .reportReminder, about: .report(agency: agency, year: String(year), reminder: "\(step.month)-\(step.day)"),
            "\(agency)的 \(year) 年度报告尚未报送，期限为 \(deadline.day.said)。请提醒报送。")
    }

    package static func due(_ agency: String, _ year: Int, _ deadline: Deadline) -> Alert {
        Alert(
            .reportDue, about: .report(agency: agency, year: String(year)),
            "\(agency)的 \(year) 年度报告尚未报送，期限为 \(deadline.day.said)。请今天联系。")
    }

    package static func overdue(_ agency: String, _ year: Int, _ deadline: Deadline) -> Alert {
        Alert(
            .reportOverdue, about: .report(agency: agency, year: String(year)),
            "\(agency)的 \(year) 年度报告逾期未报送，期限为 \(deadline.day.said)。请催促报送。")
    }
}

extension Period.Day {
    fileprivate var said: String { "\(year)年\(month)月\(day)日" }
}
