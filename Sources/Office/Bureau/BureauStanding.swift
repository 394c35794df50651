package import Foundation
package import Reports
import Rules

/// What the ledger holds of a body of the roster.
package struct BureauReports: Sendable, Equatable {
    /// A version in full, with the one before.
    package struct Receipt: Sendable, Equatable {
        package var version: ReportVersion
        package var previous: ReportVersion?

        package init(version: ReportVersion, previous: ReportVersion? = nil) {
            self.version = version
            self.previous = previous
        }
    }

    /// A file of the body's folder whose report is filed under another name.
    package struct Stray: Sendable, Equatable {
        package var agency: String
        package var verdict: String
        package var file: String
        package var receivedAt: Date

        package init(agency: String, verdict: String, file: String, receivedAt: Date) {
            self.agency = agency
            self.verdict = verdict
            self.file = file
            self.receivedAt = receivedAt
        }
    }

    /// Every version of every report, in the order in which they came.
    package var versions: [ReportSummary]
    /// The current versions that are shown in full.
    package var receipts: [Receipt]
    package var strays: [Stray]

    package init(versions: [ReportSummary] = [], receipts: [Receipt] = [], strays: [Stray] = []) {
        self.versions = versions
        self.receipts = receipts
        self.strays = strays
    }
}

/// How a body stands with its reports at a moment, as the body itself may read it.
package struct BureauStanding: Sendable {
    package let agency: ExpectedAgency
    private(set) var reports: BureauReports
    private let roster: Roster
    let letter: Letter
    let zone: TimeZone
    let today: Period.Day

    package init(
        _ agency: ExpectedAgency, _ reports: BureauReports, among roster: Roster, letter: Letter, at date: Date,
        in zone: TimeZone = .china
    ) {
        self.agency = agency
        self.letter = letter
        self.roster = roster
        self.zone = zone
        today = Period.Day(date, in: zone)
        let year = today.year
        self.reports = reports
        self.reports.strays = reports.strays.filter { Period.Day($0.receivedAt, in: zone).year >= year }
        self.reports.receipts = reports.receipts.map {
            .init(version: discreet($0.version), previous: $0.previous.map(discreet))
        }
    }

    private func discreet(_ version: ReportVersion) -> ReportVersion {
        var own = version.discreet
        let summary = ReportSummary(version)
        own.result.file = shownFile(summary)
        own.folder = isInOwnFolder(summary) ? version.folder : nil
        return own
    }

    /// The name of a file that the body has put into its own folder; that of any other file may name another body.
    func shownFile(_ version: ReportSummary) -> String {
        if version.isEntered { return "人工录入表" }
        return isInOwnFolder(version) ? version.file : "文件名从略"
    }

    private func isInOwnFolder(_ version: ReportSummary) -> Bool {
        version.folder.flatMap { roster.agency(inFolder: $0) }?.name == agency.name
    }

    /// The name of a file of the body's folder whose report is none of its own.
    func shownFile(_ stray: BureauReports.Stray) -> String { isOfOther(stray) ? "文件名从略" : stray.file }

    /// Whether it is the report of another body of the roster.
    func isOfOther(_ stray: BureauReports.Stray) -> Bool {
        Filing.isApart(stray.agency) || roster.expected.contains { $0.filedAs == stray.agency }
    }

    /// Whether a current version is shown in full at a moment: that of the year whose reports are due, and whatever else came since that
    /// year began and needs something to be done.
    package static func isShown(_ version: ReportSummary, at date: Date, in zone: TimeZone = .china) -> Bool {
        let today = Period.Day(date, in: zone)
        if version.year == String(today.year - 1) { return true }
        return ![.accepted, .acceptedWithWarnings].contains(version.verdict)
            && Period.Day(version.receivedAt, in: zone).year >= today.year
    }

    /// The year whose reports are due: the one before.
    var year: Int { today.year - 1 }
    var deadline: Deadline { agency.deadline(for: year) }
    /// The report for that year.
    var current: BureauReports.Receipt? { reports.receipts.first { $0.version.year == String(year) } }
    /// What else needs something to be done, the newest first.
    var open: [BureauReports.Receipt] {
        reports.receipts.filter { $0.version.year != String(year) }
            .sorted { ($0.version.receivedAt, $0.version.year) > ($1.version.receivedAt, $1.version.year) }
    }
    /// The one that is printed whole.
    var receipt: BureauReports.Receipt? { current ?? open.first }
    var state: DeskState {
        current.map { .judged($0.version.standing.verdict) } ?? (today > deadline.lastDay ? .overdue : .missing)
    }

    /// The last day for a corrected version.
    func correctionDay(of version: ReportVersion) -> Period.Day {
        letter.correctionDate(from: version.receivedAt, in: zone)
    }

    /// The first moment at which time alone changes what is said.
    package var nextChange: Date? {
        var days = [Period.Day(year: today.year + 1, month: 1, day: 1)]
        if current == nil { days.append(deadline.lastDay.adding(days: 1)) }
        days += reports.receipts.map { correctionDay(of: $0.version).adding(days: 1) }
        return days.filter { $0 > today }.min()?.moment(minutes: 0, in: zone)
    }
}
