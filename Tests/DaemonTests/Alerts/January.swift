import Alerts
import Channels
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage

@testable import Daemon

/// A whole season of reports with a virtual clock: sixty agencies in three groups, a real ledger, the real lookout.
final class January {
    /// A notice as somebody has received it.
    struct Received: Equatable {
        var at: Date
        var kind: Alert.Kind
        var firing: [String]
        var resolved: [String]
    }

    static let zone = TimeZone.gmt(hours: 8)
    static let start = moment(2026, 12, 28)
    static let end = moment(2027, 2, 27)

    let scratch: ScratchFolder
    let settings: Settings
    let roster: Roster
    /// When each agency hands in its report.
    let arrivals: [String: Date]
    private(set) var received: [Received] = []
    private(set) var ledger: Ledger
    private var alertMonitor: AlertMonitor
    private var now: ClockReading

    init(seed: Int) throws {
        scratch = try ScratchFolder()
        for folder in ["state", "status"] { try scratch.makeFolder(folder) }
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        settings.status.path = FilePath(scratch.path("status"))
        settings.alerts.diskFree = 1
        settings.alerts.inodesFree = 1
        settings.channels["值班群"] = Channel(kind: .wecom)
        settings.deadlines.groups = [
            "市直部门": Deadlines.Dates(submit: MonthDay("1-20")), "区县": Deadlines.Dates(submit: MonthDay("1-25")),
        ]
        self.settings = settings
        var deadlines = settings.deadlines
        deadlines.calendar = Self.daysOff
        roster = Roster(Self.agencies, deadlines: deadlines)
        arrivals = Self.arrivals(of: roster, seed: seed)
        now = ClockReading(uptime: .now, date: Self.start)
        ledger = try Ledger(in: settings.state.path)
        alertMonitor = Self.alertMonitor(settings, roster, ledger)
    }

    /// 25 departments, 20 districts, 15 streets whose date is the law's.
    private static let agencies =
        (1...25).map { Agency(name: "第\($0)局", group: "市直部门") } + (1...20).map { Agency(name: "第\($0)区", group: "区县") }
        + (1...15).map { Agency(name: "第\($0)街道", group: "街道") }

    /// New Year, and a week in February that is made up for on the Sunday before.
    private static let daysOff = WorkCalendar(
        exceptions: [Period.Day(year: 2027, month: 1, day: 1): false, Period.Day(year: 2027, month: 1, day: 31): true]
            .merging((5...11).map { (Period.Day(year: 2027, month: 2, day: $0), false) }) { $1 })

    /// Most come in the last two weeks, some on the last day, some late.
    private static func arrivals(of roster: Roster, seed: Int) -> [String: Date] {
        var random = Seeded(seed)
        return Dictionary(
            uniqueKeysWithValues: roster.agencies.map { agency in
                let last = roster.deadlines.submit(of: agency, for: 2026).day
                let days =
                    random.once(in: 5)
                    ? Int.random(in: 1...20, using: &random) : -Int.random(in: 0...18, using: &random)
                let minutes = Int.random(in: 8 * 60...18 * 60, using: &random)
                return (agency.name, last.adding(days: days).moment(minutes: minutes, in: zone) ?? start)
            })
    }

    private static func alertMonitor(_ settings: Settings, _ roster: Roster, _ ledger: Ledger) -> AlertMonitor {
        AlertMonitor(
            Configuration(settings: settings, roster: roster),
            DaemonContext(ledger: ledger, status: .caughtUp, liveness: Liveness(allowances: [:]), log: .silent))
    }

    static func moment(_ year: Int, _ month: Int, _ day: Int, _ minutes: Int = 0) -> Date {
        Period.Day(year: year, month: month, day: day).moment(minutes: minutes, in: zone) ?? .distantPast
    }

    /// The season of the documents, played once.
    static let shown = Task {
        let january = try January(seed: 2027)
        try await january.play()
        return (
            received: january.received, left: try await january.ledger.alerts().count, roster: january.roster,
            arrivals: january.arrivals
        )
    }

    /// When the lookout looks, in minutes of the day: often when people are told, and seldom else.
    private static let looks = [0, 480, 550, 560, 600, 840, 1020]

    /// Plays all of it through; ends the service and begins it anew where `restarts` says so.
    func play(restarting restarts: () -> Bool = { false }) async throws {
        var waiting = arrivals
        var day = Period.Day(Self.start, in: Self.zone)
        while now.date < Self.end {
            for minutes in Self.looks {
                pass(to: Self.moment(day.year, day.month, day.day, minutes))
                for (agency, date) in waiting where date <= now.date {
                    try await handIn(agency, at: date)
                    waiting[agency] = nil
                }
                await alertMonitor.look(at: now)
                try await receive()
                if restarts() { try restart() }
            }
            day = day.adding(days: 1)
        }
    }

    private func pass(to date: Date) {
        now.uptime += .seconds(date.timeIntervalSince(now.date))
        now.date = date
    }

    private func restart() throws {
        ledger = try Ledger(in: settings.state.path)
        alertMonitor = Self.alertMonitor(settings, roster, ledger)
    }

    /// As the intake does it, with a result that is accepted.
    private func handIn(_ agency: String, at date: Date) async throws {
        let path = InboxPath(name: FileName("\(agency).txt"))
        let stamp = FileStamp(device: 1, inode: 1, size: 1, modified: 1, changed: 1)
        let digits = SHA256.digits(of: Array(agency.utf8))
        let arrival = Arrival(
            file: ObservedFile(path: path, stamp: stamp), content: Content(sha256: digits, size: 1), at: date)
        var result = ReportResult(file: "\(agency).txt", sha256: digits, bytes: 1, format: "txt", verdict: .accepted)
        (result.agency, result.year) = (agency, 2026)
        try await ledger.record(arrival, CheckedReport(result: result, agency: roster.agency(named: agency)))
        // A report without its copy in the archive is an alert.
        let folder = scratch.path("state/archive/\(digits.prefix(2))")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(agency.utf8).write(to: URL(filePath: "\(folder)/\(digits)"))
        try await feedJournal()
    }

    /// Takes what is on its way, as the sender does, and lets the journal be up to date.
    private func receive() async throws {
        for delivery in try await ledger.dueDeliveries(at: now.date, limit: 1000) {
            try await ledger.begin(delivery, at: now.date)
            try await ledger.finish(delivery, .done, at: now.date)
            guard let kind = Alert.Kind(rawValue: delivery.notice.kind) else { continue }
            received.append(
                Received(
                    at: now.date, kind: kind, firing: delivery.notice.firing.map(\.subject).sorted(),
                    resolved: delivery.notice.resolved.map(\.subject).sorted()))
        }
        try await feedJournal()
    }

    private func feedJournal() async throws {
        try await ledger.mark(ledger.records(without: .sent, limit: 1000), .sent, at: now.date)
    }
}

extension TimeZone {
    fileprivate static func gmt(hours: Int) -> TimeZone { TimeZone(secondsFromGMT: hours * 3600) ?? .gmt }
}

extension DaemonStatus {
    /// One that says that the inbox was looked through.
    static var caughtUp: DaemonStatus {
        let daemonStatus = DaemonStatus()
        daemonStatus.showCaughtUp()
        return daemonStatus
    }
}
