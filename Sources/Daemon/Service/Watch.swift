import Foundation
import Ledger
import Linux
package import Logging
import ReaderInterface
import Reports
import Rules
import ServiceLifecycle
import Services
package import Settings
package import SystemPackage
import UnixSignals

/// The daemon, from its settings to its end. The way of a report through it:
///
/// 1. `Hints` wake the intake, as do the start and a timer.
/// 2. `Inbox` looks through the folder.
/// 3. `WriteCompletion` tells which files are whole.
/// 4. `Intake` has `Archive` copy and hash a file, `ReportChecker` check the copy, which `Worker` reads, and
/// 5. `Ledger` record the result with all that is pending of it, in one transaction.
/// 6. `JournalSender` and `Publisher` deliver what is pending, as often as it takes.
///
/// `DeskIntake` does the first four for what the office fills in. `Supervisor` tells systemd how that goes.
package struct Watch: Sendable {
    /// How long files are written after the daemon was told to end: systemd does not wait for ever.
    private static let parting = Duration.seconds(20)

    private let configuration: Configuration
    private let untilIdle: Bool
    private let prints: Bool
    private let log: Logger
    private let reader: Readers
    private let load: @Sendable () throws(Configuration.Refusal) -> Configuration

    /// Works until it is told to end, or until the inbox is worked off; prints results also where there is a journal. `load`
    /// is asked for the settings of the moment when they are to be read anew.
    package init(
        _ configuration: Configuration, untilIdle: Bool = false, prints: Bool = false, log: Logger,
        load: @escaping @Sendable () throws(Configuration.Refusal) -> Configuration
    ) {
        self.load = load
        self.configuration = configuration
        self.untilIdle = untilIdle
        self.prints = prints
        self.log = log
        let count = configuration.settings.inbox.readers
        reader = count == 0 ? Readers() : Readers(count: count)
    }

    /// Makes a folder of status files that somebody has named by hand, and tries whether it takes a file. A disk that is full, or fails,
    /// is waited for as ever.
    package static func prepare(statusFolder folder: FilePath) throws(StartFailure) {
        do throws(Errno) {
            try Folders.make(folder)
        } catch {
            throw .cannotCreate(folder, error)
        }
        do throws(Errno) {
            _ = try AtomicFile("start", in: folder)
        } catch {
            let refusals: [Errno] = [.notDirectory, .permissionDenied, .notPermitted, .readOnlyFileSystem]
            if refusals.contains(error) { throw .cannotCreate(folder, error) }
        }
    }

    /// Runs until SIGTERM, SIGINT or idleness. Throws `StartFailure` where it can't begin.
    package func run() async throws {
        let state = settings.state.path
        Memory.giveBackLargePieces()
        Signals.ignoreBrokenPipes()
        let lock = try settings.state.take(log: log)
        defer { withExtendedLifetime(lock) {} }

        await reader.prepare()
        let wakes = Wakes()
        let context = try await openContext(wakes)
        let hangDetector = HangDetector()
        let checker = Current(checker(by: configuration, context.ledger))
        let intake = try await intake(context, wakes.intake, hangDetector, checker)
        // What was made just now took the rights that the account gives to new files.
        _ = try creating(state) { () throws(Errno) in try LedgerFile.close(state) }
        let desk = try desk(context)
        let publisher = Publisher(
            folder: settings.status.path, Publisher.Plan(configuration), context, wake: wakes.publisher,
            parting: untilIdle ? nil : Self.parting)
        let returns = ReturnsPublisher(
            configuration, context, wake: wakes.returns, parting: untilIdle ? nil : Self.parting)
        let sender = JournalSender(
            context, wake: wakes.journal, alwaysPrints: prints, retriesAtEnd: untilIdle,
            output: StandardOutput.say)
        let monitor = AlertMonitor(configuration, context, hangDetector: hangDetector)
        let line = { @Sendable (settings: Settings) in
            DaemonStatusLine(context.status, hangDetector, scanInterval: settings.inbox.scanInterval)
        }
        let supervisor = Supervisor(context, hangDetector: hangDetector, line: line(settings))
        let reloading = ReloadService(Current(configuration), context, load: load) { next in
            checker.replace(by: self.checker(by: next, context.ledger))
            context.liveness.allow(Self.allowances(next.settings))
            await monitor.adopt(next)
            do {
                try await Self.note(next, in: context.ledger, whileJudging: true)
            } catch {
                log.error("名录没能登记到台账，下次读取设置时再登记。", error: error)
            }
            await publisher.adopt(next)
            await returns.adopt(next)
            await supervisor.adopt(line(next.settings))
            await desk?.adopt(Self.pace(next.settings, untilIdle: self.untilIdle), next.settings)
            // Last, since an intake that waits for a share answers when that does.
            await intake.adopt(Self.pace(next.settings, untilIdle: self.untilIdle), next.settings)
        }

        if context.ledger.unverifiable > 0 {
            log.warning("台账密钥曾经丢失或损坏：记录 \(context.ledger.unverifiable) 及以前的封印不能再用密钥核对。")
        }
        if !Landlock.isAvailable { log.warning("\(Doctor.noLandlock)") }
        if JournalStorage() == .fleeting { log.warning("\(Doctor.fleeting)") }
        try await context.ledger.name(office: settings.office.name)
        try await context.ledger.append([.started], at: .now)
        try await LostCopies(state: state).note(in: context.ledger, at: .now)
        try await Self.note(configuration, in: context.ledger, whileJudging: false)
        // They end in the opposite order, each after the last has finished: nothing is left half done.
        let services: [(any Service)?] = [
            sender, publisher, returns, ShutdownRecord(ledger: context.ledger), intake, desk, monitor, reloading,
            LedgerWatch(of: settings.state.path, context), supervisor,
        ]
        try await ServiceGroup(daemon: services.compactMap(\.self), log: log).run()
        if untilIdle {
            await publisher.endSetAside(at: .now)
            await sender.finish()
        }
        if untilIdle, let obstacle = await intake.obstacle { throw StartFailure.unchecked(obstacle) }
        if untilIdle, try await !context.ledger.isPublished() {
            throw StartFailure.unpublished(settings.status.path)
        }
        if untilIdle, let folder = settings.returns.folder, try await !context.ledger.areReturnsWritten() {
            throw StartFailure.unreturned(folder)
        }
    }

    private var settings: Settings { configuration.settings }

    /// What wakes the components that work on what the ledger holds, and the intake.
    private struct Wakes {
        let intake = WakeSignal()
        let publisher = WakeSignal()
        let returns = WakeSignal()
        let journal = WakeSignal()
    }

    private func openContext(_ wakes: Wakes) async throws -> DaemonContext {
        let (status, liveness) = (DaemonStatus(), Liveness(allowances: Self.allowances(settings)))
        let ledger = try await LongStart(ServiceManager()).run {
            let ledger = try await openLedger { figures, isNews in
                status.show(figures)
                guard isNews else { return }
                for wake in [wakes.publisher, wakes.returns, wakes.journal, liveness.wake] { wake.signal() }
            }
            try await ledger.closeInterrupted(at: .now)
            return ledger
        }
        return DaemonContext(ledger: ledger, status: status, liveness: liveness, log: log)
    }

    private func intake(
        _ context: DaemonContext, _ wake: WakeSignal, _ hangDetector: HangDetector, _ checker: Current<ReportChecker>
    ) async throws -> Intake {
        let state = settings.state.path
        let archive = try creating(state) { () throws(Errno) in
            try Archive(in: state, limit: settings.limits.fileBytes)
        }
        // Without hints, as where the system has none left, the timer finds what comes.
        let inbox = Inbox(
            path: settings.inbox.path, ignored: IgnoredNames(adding: settings.inbox.ignore),
            hints: try? Hints(signalling: wake), calls: hangDetector)
        return try await Intake(
            Intake.Parts(
                inbox: inbox, archive: archive, context: context,
                check: { submission, depth in
                    let checker = checker.value
                    let answer = try await checker.read(submission)
                    return { try await checker.judge(answer, submission, to: depth) }
                }, readers: reader.count, space: StateSpace(in: state),
                quota: settings.inbox.quota),
            pace: Self.pace(settings, untilIdle: untilIdle), wake: wake)
    }

    /// What takes in the workbooks of the office; `nil` where it has no folder.
    private func desk(_ context: DaemonContext) throws(StartFailure) -> DeskIntake? {
        guard let path = settings.desk.folder else { return nil }
        let state = settings.state.path
        let archive = try creating(state) { () throws(Errno) in
            try Archive(in: state, limit: settings.limits.fileBytes, draft: "desk")
        }
        let wake = WakeSignal()
        let folder = Inbox(
            path: path, ignored: IgnoredNames(adding: settings.inbox.ignore), hints: try? Hints(signalling: wake))
        return DeskIntake(
            DeskIntake.Parts(
                folder: folder, archive: archive, context: context, reader: reader, limits: settings.limits),
            pace: Self.pace(settings, untilIdle: untilIdle), wake: wake)
    }

    private static func note(_ setup: Configuration, in ledger: Ledger, whileJudging isJudging: Bool) async throws {
        try await ledger.note(setup.roster, at: .now)
        try await ledger.rejudgeMoved(
            by: Placement(setup.roster, mindsFolders: setup.settings.policy.mindsFolders), whileJudging: isJudging)
    }

    private func checker(by setup: Configuration, _ ledger: Ledger) -> ReportChecker {
        ReportChecker(setup.settings, roster: setup.roster, knowledge: ledger, reader: reader, grids: reader)
    }

    private static func pace(_ settings: Settings, untilIdle: Bool) -> Intake.Pace {
        Intake.Pace(
            settle: settings.inbox.settle, patience: settings.inbox.patience,
            scanInterval: settings.inbox.scanInterval, untilIdle: untilIdle)
    }

    /// How long a part may take from one sign of progress to the next.
    private static func allowances(_ settings: Settings) -> [Component: Duration] {
        let work = Duration.seconds(60)
        let reading = Worker.longestRead(settings.limits)
        return [
            .intake: settings.inbox.scanInterval + reading + work, .publisher: work, .returns: work, .ledger: work,
            .journal: work,
            .alertMonitor: work * 3,
        ]
    }

    /// Opens the ledger. One that is damaged, or an older copy that was put back, is set aside whole and made anew from what is left of it and the
    /// journal; one that is gone, or another in its place, is made anew where the journal has all of it, and waits for a person where it has not.
    private func openLedger(_ onChange: @escaping OnChange) async throws -> Ledger {
        let state = settings.state.path
        do throws(Ledger.Failure) {
            return try Ledger(
                in: state, making: .first(unless: LostLedger(settings).trace), onChange: onChange,
                examine: refuseOlderCopy)
        } catch .damaged(let reason) {
            return try await replace("台账已损坏（\(reason)）", onChange)
        } catch .older(let reason) {
            return try await replace("台账是旧的备份（\(reason)）", onChange)
        } catch .missing(let trace) {
            switch replaceMissing() {
            case .made(let news): return try await open(news, onChange)
            case .refused(let why):
                throw StartFailure.ledger(state.appending(LedgerFile.name), .missing("\(trace)；\(why)，不能自动恢复"))
            }
        } catch .other(let id, let own) {
            if case .made(let news) = replaceMissing() { return try await open(news, onChange) }
            throw StartFailure.ledger(state.appending(LedgerFile.name), .other(id, than: own))
        } catch {
            throw StartFailure.ledger(state.appending(LedgerFile.name), error)
        }
    }

    private typealias OnChange = @Sendable (Figures, _ isNews: Bool) -> Void

    private func refuseOlderCopy(_ end: Ledger.End) throws(Ledger.Failure) {
        let reason: String?
        do {
            reason = try recovery().isAhead(of: end)
        } catch {
            log.error("没能与系统日志核对台账是不是旧的备份。", error: error)
            return
        }
        if let reason { throw .older(reason) }
    }

    private func replace(_ reason: String, _ onChange: @escaping OnChange) async throws -> Ledger {
        log.critical("\(reason)，正在从系统日志恢复，原件会整体保存。")
        return try await open(recovery().run(reason, at: .now), onChange)
    }

    private func recovery() throws(Errno) -> Recovery {
        let known = LostLedger(settings)
        return Recovery(
            state: settings.state.path, journal: try LedgerFile.journal(of: settings.state.path),
            reached: known.reached(by:), given: known.versions(of:))
    }

    private func replaceMissing() -> Recovery.Replacement {
        do {
            return try recovery().replaceMissing(at: .now)
        } catch {
            log.error("台账不见了，从系统日志恢复没有成功。", error: error)
            return .refused("系统日志读不出来")
        }
    }

    /// Opens a ledger that was made anew, and tells of it.
    private func open(_ news: Entry, _ onChange: @escaping OnChange) async throws -> Ledger {
        let ledger = try Ledger(in: settings.state.path, onChange: onChange)
        try await ledger.append([news], at: .now)
        log.critical("\(news.message)")
        return ledger
    }

    private func creating<Value>(
        _ path: FilePath, _ step: () throws(Errno) -> Value
    ) throws(StartFailure) -> Value {
        do throws(Errno) {
            return try step()
        } catch {
            throw .cannotCreate(path, error)
        }
    }
}
