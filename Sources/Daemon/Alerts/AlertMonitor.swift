import Alerts
import Foundation
import Ledger
package import Linux
import Logging
import Office
import Reports
import ServiceLifecycle
package import Services
package import Settings
import SystemPackage

/// Looks once a minute for what people have to be told: what is due, what is full, what hangs. It tells nobody itself: the
/// ledger records what is pending to whom, and `nianbao-alerts` delivers it.
package actor AlertMonitor: PeriodicService {
    private static let interval = Duration.seconds(60)
    /// How often it is seen whether the inbox hangs: people are to know within a minute.
    private static let glance = Duration.seconds(10)
    /// A channel in which something is pending for longer than this fails.
    private static let channelPatience: TimeInterval = 15 * 60

    private let executor = BlockingExecutor("alertMonitor")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private var settings: Settings
    private var roster: Roster
    private let context: DaemonContext
    private let hangDetector: HangDetector
    package nonisolated let wake = WakeSignal()
    private var clock: ClockGuard?
    /// When everything is looked at next.
    private var due: ContinuousClock.Instant?
    /// There are other settings, which nothing has been looked at by yet.
    private var isRenewed = false
    private var failureLog = LatchedLog("台账读写失败，告警和催报暂停，稍后重试。", over: "台账已恢复读写，继续告警和催报。")

    package init(
        _ configuration: Configuration, _ context: DaemonContext, hangDetector: HangDetector = HangDetector()
    ) {
        settings = configuration.settings
        roster = configuration.roster
        self.context = context
        self.hangDetector = hangDetector
    }

    package func round() async -> Duration? {
        let now = ClockReading.now
        if due.map({ $0 <= now.uptime }) ?? true || isRenewed || hangDetector.hang(at: now.uptime) {
            isRenewed = false
            due = now.uptime + Self.interval
            await look(at: now)
        }
        context.liveness.progress(.alertMonitor)
        await context.ledger.respond()
        context.liveness.progress(.ledger)
        return Self.glance
    }

    /// Goes by other settings and another roster, from now on.
    package func adopt(_ setup: Configuration) {
        settings = setup.settings
        roster = setup.roster
        isRenewed = true
        wake.signal()
    }

    /// Looks at everything once, records what has changed, and shows that somebody looks.
    package func look(at now: ClockReading) async {
        do {
            try await context.ledger.keepKeys()
            try await noteClock(at: now)
            try await noteInbox(at: now)
            try await noteReports(at: now)
            try await noteMachine(at: now)
            var notices = settings.notices
            notices.roster = roster
            try await context.ledger.advance(at: now.date, morning: morning(before: now.date), notices)
            failureLog.recovered(in: context.log)
            beat(at: now)
        } catch {
            failureLog.failed(error, in: context.log)
        }
    }

    private func noteClock(at now: ClockReading) async throws {
        if clock == nil {
            clock = try await ClockGuard(
                isInDoubt: context.ledger.lasts(.clockJump), latest: context.ledger.latestRecord(), now: now)
        } else {
            clock?.observe(now)
        }
        let alert = (clock?.jump).map(Alert.clockJump)
        try await context.ledger.reconcileAlerts([alert].compactMap(\.self), of: [.clockJump], at: now.date)
    }

    /// An intake that waits for the inbox can't say so itself; that it answers again the next look of the intake tells.
    private func noteInbox(at now: ClockReading) async throws {
        guard hangDetector.hang(at: now.uptime) else { return }
        try await context.ledger.reconcileAlerts(
            [.inboxUnreachable(settings.inbox.path, .timedOut)], of: [.inboxUnreachable], at: now.date)
    }

    /// While the clock is in doubt, nothing that depends on the day begins or ends; nor while what came before the start has
    /// not been judged, however long that takes.
    private func noteReports(at now: ClockReading) async throws {
        guard clock?.jump == nil, context.status.isCaughtUp else { return }
        let scope = ReportAlerts.Scope(at: now.date, in: roster.deadlines.timeZone)
        let states = try context.ledger.reportStates(in: context.status.present, of: scope)
        let alerts = ReportAlerts.all(of: states, roster, at: now.date)
        try await context.ledger.reconcileAlerts(alerts, of: ReportAlerts.kinds, at: now.date)
    }

    private func noteMachine(at now: ClockReading) async throws {
        let zone = roster.deadlines.timeZone
        let disks = Set([settings.state.path, settings.status.path, settings.returns.folder].compactMap(\.self))
            .compactMap(diskAlert)
        let lag = settings.alerts.journalLag / .seconds(1)
        let unsent = try await context.ledger.oldestUnsent().flatMap { $0 < now.date - lag ? $0 : nil }
        let gone = try await context.ledger.isInPlace() ? nil : settings.state.path.appending(LedgerFile.name)
        let stuck = try await context.ledger.stuckChannels(before: now.date - Self.channelPatience)
            .filter { settings.channels[$0.key] != nil }
        try await LostCopies(state: settings.state.path).note(in: context.ledger, at: now.date)
        try await context.ledger.reconcileAlerts(
            disks + [gone.map(Alert.ledgerGone), unsent.map { .journalBehind(since: $0, zone) }].compactMap(\.self)
                + stuck.map { .channelFailing($0.key, since: $0.value, zone) }
                + context.ledger.itemsSetAside().map(Alert.itemSetAside),
            of: [.ledgerGone, .diskLow, .journalBehind, .channelFailing, .itemSetAside], at: now.date)
    }

    private func diskAlert(_ path: FilePath) -> Alert? {
        guard let system = try? FileSystem(of: path), settings.alerts.isLow(system) else { return nil }
        return .diskLow(path, system)
    }

    /// The last moment, at or before another, at which people are told on workdays.
    private func morning(before date: Date) -> Date? {
        let zone = roster.deadlines.timeZone
        let today = Period.Day(date, in: zone)
        let moment = { (day: Period.Day) in
            self.roster.deadlines.calendar.workday(until: day).moment(minutes: self.settings.alerts.remindAt, in: zone)
        }
        guard let morning = moment(today), morning > date else { return moment(today) }
        return moment(today.adding(days: -1))
    }

    /// Leaves the sign that this was the end: what looks alive for some minutes more is not.
    package func finish() async { beat(at: .now, isLast: true) }

    /// Leaves a sign of life for those who look from outside. A folder that takes nothing is told of by the publisher.
    private func beat(at now: ClockReading, isLast: Bool = false) {
        let stamp = Heartbeat(at: now.date, isLast: isLast).text(in: roster.deadlines.timeZone)
        try? AtomicFile.write(Array(stamp.utf8), to: settings.status.path.appending(Heartbeat.fileName))
    }
}
