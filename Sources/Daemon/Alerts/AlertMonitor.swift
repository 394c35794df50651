import Alerts
import Foundation
package import Ledger
import Linux
package import Logging
import Office
package import Reports
import ServiceLifecycle
package import Services
package import Settings
import SystemPackage

/// Looks once a minute for what people have to be told: what is due, what is full, what hangs. It tells nobody itself: the
/// ledger takes down what is owed to whom, and `nianbao-alerts` delivers it.
package actor AlertMonitor: Service {
    private static let interval = Duration.seconds(60)
    /// How often it is seen whether the inbox hangs: people are to know within a minute.
    private static let glance = Duration.seconds(10)
    /// By then a daemon has looked through any inbox.
    private static let longestStart = Duration.seconds(15 * 60)
    /// A channel that has owed something for longer than this fails.
    private static let channelPatience: TimeInterval = 15 * 60

    private let executor = BlockingExecutor("alertMonitor")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private var settings: Settings
    private var roster: Roster
    private let ledger: Ledger
    private let daemonStatus: DaemonStatus
    private let liveness: Liveness
    private let hangDetector: HangDetector
    private let wake = WakeSignal()
    private let log: Logger
    private var clock: ClockGuard?
    private var began: ContinuousClock.Instant?
    /// There are other settings, which nothing has been looked at by yet.
    private var isRenewed = false
    private var failureLog = LatchedLog("台账读写失败，告警和催报暂停，稍后重试。", over: "台账已恢复读写，继续告警和催报。")

    package init(
        settings: Settings, roster: Roster, ledger: Ledger, daemonStatus: DaemonStatus, liveness: Liveness,
        hangDetector: HangDetector = HangDetector(), log: Logger
    ) {
        self.hangDetector = hangDetector
        self.settings = settings
        self.roster = roster
        self.ledger = ledger
        self.daemonStatus = daemonStatus
        self.liveness = liveness
        self.log = log
    }

    package func run() async {
        wake.signal()
        var due = ContinuousClock.now
        for await _ in wake.signals.cancelOnGracefulShutdown() {
            let now = ClockReading.now
            if due <= now.uptime || isRenewed || hangDetector.hang(at: now.uptime) {
                isRenewed = false
                due = now.uptime + Self.interval
                await look(at: now)
            }
            liveness.progress(.alertMonitor)
            await ledger.respond()
            liveness.progress(.ledger)
            wake.signal(after: Self.glance)
        }
    }

    /// Goes by other settings and another roster, from now on.
    package func adopt(_ setup: Configuration) {
        settings = setup.settings
        roster = setup.roster
        isRenewed = true
        wake.signal()
    }

    /// Looks at everything once, takes down what has changed, and shows that somebody looks.
    package func look(at now: ClockReading) async {
        do {
            try await noteClock(at: now)
            try await noteInbox(at: now)
            try await noteReports(at: now)
            try await noteMachine(at: now)
            try await ledger.advance(at: now.date, morning: morning(before: now.date), settings.notices)
            failureLog.recovered(in: log)
            beat(at: now)
        } catch {
            failureLog.failed(error, in: log)
        }
    }

    private func noteClock(at now: ClockReading) async throws {
        if clock == nil {
            clock = try await ClockGuard(
                isInDoubt: ledger.lasts(.clockJump), latest: ledger.latestRecord(), now: now)
        } else {
            clock?.observe(now)
        }
        let alert = (clock?.jump).map(Alert.clockJump)
        try await ledger.reconcileAlerts([alert].compactMap(\.self), of: [.clockJump], at: now.date)
    }

    /// An intake that waits for the inbox can't say so itself; that it answers again the next look of the intake tells.
    private func noteInbox(at now: ClockReading) async throws {
        guard hangDetector.hang(at: now.uptime) else { return }
        try await ledger.reconcileAlerts(
            [.inboxUnreachable(settings.inbox.path, .timedOut)], of: [.inboxUnreachable], at: now.date)
    }

    /// While the clock is in doubt, nothing that depends on the day begins or ends; nor while what came before the start may
    /// still lie in the inbox.
    private func noteReports(at now: ClockReading) async throws {
        began = began ?? now.uptime
        let isCaughtUp = daemonStatus.isCaughtUp || now.uptime - (began ?? now.uptime) > Self.longestStart
        guard clock?.jump == nil, isCaughtUp else { return }
        let alerts = ReportAlerts.all(of: try ledger.reportStates(), roster, at: now.date)
        try await ledger.reconcileAlerts(alerts, of: ReportAlerts.kinds, at: now.date)
    }

    private func noteMachine(at now: ClockReading) async throws {
        let zone = roster.deadlines.timeZone
        let disks = Set([settings.state.path, settings.status.path]).compactMap(diskAlert)
        let lag = settings.alerts.journalLag / .seconds(1)
        let unsent = try await ledger.oldestUnsent().flatMap { $0 < now.date - lag ? $0 : nil }
        let stuck = try await ledger.stuckChannels(before: now.date - Self.channelPatience)
            .filter { settings.channels[$0.key] != nil }
        try await ledger.reconcileAlerts(
            disks + [unsent.map { .journalBehind(since: $0, zone) }].compactMap(\.self)
                + stuck.map { .channelFailing($0.key, since: $0.value, zone) },
            of: [.diskLow, .journalBehind, .channelFailing], at: now.date)
    }

    private func diskAlert(_ path: FilePath) -> Alert? {
        guard let space = try? FreeSpace(at: path), settings.alerts.isLow(space) else { return nil }
        return .diskLow(path, space)
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

    /// Leaves a sign of life for those who look from outside. A folder that takes nothing is told of by the publisher.
    private func beat(at now: ClockReading) {
        let stamp = Heartbeat(at: now.date).text(in: roster.deadlines.timeZone)
        try? AtomicFile.write(Array(stamp.utf8), to: settings.status.path.appending(Heartbeat.fileName))
    }
}
