import Alerts
import Daemon
import Foundation
import Ledger
import Linux
import Logging
import Office
import Reports
import ServiceLifecycle
import Services
import Settings
import SystemPackage

/// Follows what other offices' machines send, as `systemd-journal-remote` writes it down, and has it shown.
///
/// inotify only says when to look; what there is to take over follows from how far the copy of each office's ledger has got. So a look may
/// be made at any time, and be ended at any time.
actor Collector: PeriodicService {
    /// More ledgers than this no sender has, also one that passes on the records of a province.
    static let mostLedgers = 10_000
    /// Of so many ledgers of a sender it is seen at each look whether others have written of them.
    static let glance = 100
    /// How often all is looked at, also what seems not to have changed.
    private static let thoroughly = Duration.seconds(3_600)
    /// Of so many ledgers that a sender had once it is known what it has sent of them.
    static let mostHistories = 16
    /// How long one round takes over records.
    private static let stretch = Duration.seconds(2)
    private let executor = BlockingExecutor("collector")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    let context: DaemonContext
    private let status: CollectorStatus
    let journals: FilePath
    let state: FilePath
    var upkeep: SiteUpkeep
    nonisolated let wake: WakeSignal
    private let hints: Hints?
    private let untilIdle: Bool
    private let clock: @Sendable () -> ClockReading
    private var settings: CollectSettings
    private var roster: OfficeRoster
    var clocks = OfficeClocks()
    var machines = OfficeMachines()

    /// The files of each sender when there was nothing left to take over of them, nor anything to tell that others can put right.
    private var done: [String: RemoteSender] = [:]
    var foreign: [String: FoundTrouble] = [:]
    /// The decision that was made last when the senders were looked at.
    private var decided = 0
    private var thoroughDue: ContinuousClock.Instant?
    /// The senders that have to be looked at whether or not anything seems to have changed.
    private var unlooked: Set<String> = []
    /// The sender that was looked at last.
    private var last = ""
    /// What is known of the offices in this round; `nil` where it has changed.
    private var known: KnownOffices?
    private var unreadable: Alert?

    private var failureLog = LatchedLog("汇集没有成功，稍后重试。", over: "汇集已恢复。")
    private var writingLog = LatchedLog("页面没有写成，稍后重试。", over: "页面已恢复写入。")

    /// Throws where the folder of the copies can't be made.
    init(
        _ configuration: Configuration, _ context: DaemonContext, _ status: CollectorStatus,
        wake: WakeSignal = WakeSignal(), untilIdle: Bool = false,
        clock: @escaping @Sendable () -> ClockReading = { .now }
    ) throws(Errno) {
        self.clock = clock
        let settings = configuration.settings
        self.context = context
        self.status = status
        roster = configuration.offices
        self.untilIdle = untilIdle
        self.settings = settings.collect
        journals = settings.collect.journals
        state = settings.state.path.appending(StateFolder.offices)
        try Folders.make(state, mode: 0o700)
        upkeep = SiteUpkeep(
            Site(folder: settings.status.path, ledger: context.ledger, validFor: settings.status.validFor))
        self.wake = wake
        // Where the system has no watchers left, the timer finds what comes.
        hints = try? Hints(hearsWriting: true, signalling: wake)
    }

    func round() async -> Duration? {
        let now = clock()
        var isIdle = true
        do {
            isIdle = try await look(at: now)
            try await noteSilence(at: now)
            failureLog.recovered(in: context.log)
        } catch {
            failureLog.failed(error, in: context.log)
        }
        status.show(isBehind: !isIdle)
        if untilIdle, isIdle { upkeep.hurry() }
        publish(isIdle: isIdle, at: now)
        await raiseAlerts(at: now)
        context.liveness.progress(.collector)
        if !isIdle { return .zero }
        if untilIdle { return nil }
        return upkeep.rest(at: .now).map { min($0, settings.scanInterval) } ?? settings.scanInterval
    }

    func finish() async {
        upkeep.hurry()
        publish(isIdle: true, at: clock())
    }

    /// Goes by other settings and another list of offices from now on.
    func adopt(_ configuration: Configuration) {
        settings = configuration.settings.collect
        roster = configuration.offices
        (done, thoroughDue) = ([:], nil)
        upkeep.change()
        wake.signal()
    }

    /// Whether all has been written that is to be shown.
    var isWritten: Bool { upkeep.isWritten }

    // MARK: Following

    /// Looks at what has come; whether nothing is left to take over. It ends after a while, so that what was taken over is shown, and goes on
    /// with the sender whose turn it is.
    private func look(at now: ClockReading) async throws -> Bool {
        let senders = try listed()
        // A person may have confirmed something, or taken it back.
        known = nil
        let decision = try context.ledger.lastConfirmation()
        if decision != decided { (done, decided) = ([:], decision) }
        if thoroughDue.map({ $0 <= now.uptime }) ?? true {
            thoroughDue = now.uptime + Self.thoroughly
            unlooked = Set(senders.map(\.name))
            upkeep.lookForRemoved()
        }
        done = done.filter { name, _ in senders.contains { $0.name == name } }
        try await dropUnlisted()
        let end = ContinuousClock.now + Self.stretch
        var isIdle = true
        for sender in turns(of: senders) where unlooked.contains(sender.name) || done[sender.name] != sender {
            guard .now < end else { return false }
            let look = try await look(at: sender, isThorough: unlooked.contains(sender.name), now.date)
            context.liveness.progress(.collector)
            last = sender.name
            unlooked.remove(sender.name)
            done[sender.name] = look.isDone ? sender : nil
            isIdle = isIdle && look.isAtEnd
        }
        return try await turnYear(at: now.date, until: end) && isIdle
    }

    /// At New Year another year falls due, of which nothing need have come. Whether all offices are shown so.
    private func turnYear(at date: Date, until end: ContinuousClock.Instant) async throws -> Bool {
        let due = Overview.dueYear(on: Period.Day(date, in: .china))
        for office in try offices().followed where office.record > 0 && (office.due ?? 0) < due {
            guard .now < end else { return false }
            guard let figures = try figures(of: office, at: date) else { continue }
            try await context.ledger.show(figures, of: office.name)
            known = nil
            upkeep.change(office.name)
            context.liveness.progress(.collector)
        }
        return true
    }

    /// `nil` where the copy is not what is shown: that is told where its records are followed.
    private func figures(of office: Ledger.Followed, at date: Date) throws -> OfficeFigures? {
        do {
            let replica = try Replica(of: office.ledger, in: state)
            return replica.number == office.record ? try replica.figures(since: office, at: date) : nil
        } catch is Ledger.Failure {
            return nil
        }
    }

    /// The senders, from the one after that which was looked at last.
    private func turns(of senders: [RemoteSender]) -> [RemoteSender] {
        senders.filter { $0.name > last } + senders.filter { $0.name <= last }
    }

    /// The senders; none, and an alert, where the folder can't be read.
    private func listed() throws -> [RemoteSender] {
        do throws(Errno) {
            let directory = try Directory(journals)
            try hints?.watch(directory)
            unreadable = nil
            return try RemoteSender.all(in: journals)
        } catch {
            unreadable = Alert(
                .officeUnreadable, journals.string,
                "存放各办公室日志的文件夹 \(journals) 无法查看：\(error.reason)。请检查 systemd-journal-remote 是否已安装、账户 \(Account.own) 能否读取。"
            )
            return []
        }
    }

    private func look(at sender: RemoteSender, isThorough: Bool, _ date: Date) async throws -> (
        isAtEnd: Bool, isDone: Bool
    ) {
        let visit = Visit(
            sender: sender, isThorough: isThorough, isLive: done[sender.name] != nil, date: date)
        let confirmation = try offices().confirmation
        var look = try await take(visit)
        // Until all was looked at, nothing that was told is taken back.
        if !look.isWhole || !look.isAtEnd { look.troubles += try context.ledger.found(from: sender.name) }
        if try await context.ledger.show(look.troubles, of: sender.name, confirmed: confirmation, at: date) {
            upkeep.retell()
        }
        return (look.isAtEnd, look.isAtEnd && look.troubles.allSatisfy(\.kind.isOfSenderAlone))
    }

    /// What is known of the offices now.
    func offices() throws -> KnownOffices {
        let offices = try known ?? KnownOffices(roster, context.ledger)
        known = offices
        return offices
    }

    func forgetKnown() { known = nil }

    /// Has all senders be looked at once more, since whose records are whose has changed.
    func lookAgain() { done = [:] }

    /// Offices that are no longer on the list are shown no longer.
    private func dropUnlisted() async throws {
        guard !roster.offices.isEmpty else { return }
        for office in try offices().followed where try !offices().isListed(office) {
            try await context.ledger.forget(office.name)
            known = nil
            upkeep.change()
        }
    }

    // MARK: Telling

    private func publish(isIdle: Bool, at now: ClockReading) {
        do {
            try upkeep.write(isIdle: isIdle, roster: roster, at: now)
            writingLog.recovered(in: context.log)
        } catch {
            writingLog.failed(error, in: context.log)
        }
    }

    /// What time alone tells of the offices.
    private func noteSilence(at now: ClockReading) async throws {
        // Who has not been looked at, or can't be, is not silent.
        guard unlooked.isEmpty, unreadable == nil else { return }
        let offices =
            roster.offices.isEmpty
            ? try offices().followed.map { (name: $0.name, source: $0.source) }
            : roster.offices.compactMap { office in office.certificate.map { (name: office.name, source: $0) } }
        let found = clocks.troubles(
            of: offices, known: Set(try self.offices().followed.map(\.name)), at: now.date,
            silence: settings.silence / .seconds(1),
            tolerance: settings.clockTolerance / .seconds(1))
        let told = found + machines.troubles(of: offices.map(\.name))
        if try await context.ledger.show(told, of: "", at: now.date) { upkeep.retell() }
    }

    private func raiseAlerts(at now: ClockReading) async {
        do {
            let troubles = try context.ledger.troubles()
            status.show(
                offices: try offices().followed.count, troubled: Set(troubles.map(\.about)).count)
            let alerts = OfficeAlerts.all(of: troubles, at: now.date, patience: settings.patience / .seconds(1))
            try await context.ledger.reconcileAlerts(
                alerts + [unreadable, upkeep.obstacle].compactMap(\.self),
                of: OfficeAlerts.kinds.union([.statusUnwritable]), at: now.date)
        } catch {
            failureLog.failed(error, in: context.log)
        }
    }
}
