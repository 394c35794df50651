import Alerts
import Foundation
import Ledger
package import Linux
import Logging
import Office
package import Services
package import Settings
package import SystemPackage
import Workbooks

/// Writes the status files that are pending. A file that can't be written stays pending; the others do not wait for it.
package actor Publisher: PeriodicService {
    private static let pause = Duration.seconds(10)
    /// In so many rounds every file is checked, some in each.
    private static let rounds = 60
    /// How many files are written and marked together.
    private static let batch = 64
    /// How long the pages about all reports wait at the start.
    private static let firstRest = Duration.seconds(1)
    /// How long files are written before whoever else waits for the publisher has a turn.
    private static let stretch = Duration.seconds(5)

    private let executor = BlockingExecutor("publisher")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }
    package nonisolated let wake: WakeSignal

    private let folder: StatusFolder
    private let context: DaemonContext
    private var plan: Plan
    private let parting: Duration?
    private var retry = RetrySchedule(first: .seconds(10), longest: .seconds(60))
    /// What keeps the folder from being written; over when something has been written.
    private var obstacle: Alert?
    private var overviewDue: ContinuousClock.Instant?
    /// The pages about all reports were written, and are not to be written again before.
    private var overviewsRest: ContinuousClock.Instant?
    /// More is pending than a stretch was enough for.
    private var isBehind = false
    /// Through a backlog what there is to write of several reports is written together.
    private var gathering = Gathering(for: .milliseconds(100))
    private var checkDue: ContinuousClock.Instant?
    private var patrol = Patrol(rounds: rounds)
    /// An earlier run was killed, perhaps by a page: until all that it left is written, each page is begun by itself.
    private var isCautious: Bool?
    private var pageFailureLog = LatchedLog(
        "有状态文件写不成，其他文件照常更新，稍后重试。工作簿（xlsx）还需要临时文件夹 \(FileManager.default.temporaryDirectory.path(percentEncoded: false)) 有空间和写入权限。",
        over: "状态文件已全部写成。")
    private var failureLog = LatchedLog("台账读写失败，回执和总览暂不更新，稍后重写。", over: "台账已恢复读写，继续更新回执和总览。")

    /// When it is told to end it writes what is pending for as long as `parting`, or as long as it takes; the rest stays pending.
    package init(
        folder: FilePath, _ plan: Plan, _ context: DaemonContext, wake: WakeSignal = WakeSignal(),
        parting: Duration? = nil
    ) {
        self.folder = StatusFolder(path: folder)
        self.plan = plan
        self.context = context
        self.wake = wake
        self.parting = parting
    }

    package func round() async -> Duration? {
        // What the first look into the inbox finds is to stand in the pages about all reports.
        if overviewDue == nil, overviewsRest == nil { overviewsRest = .now + Self.firstRest }
        if let rest = gathering.rest(at: .now) { return rest }
        await publish(at: .now, sparing: true, until: .now + Self.stretch)
        return isBehind ? .zero : nextRound(at: .now)
    }

    package func finish() async {
        retry.succeeded()
        await publish(at: .now, until: parting.map { .now + $0 })
        if parting == nil { await publishResting(at: .now) }
    }

    /// Ends the alerts of what was set aside and has been written or sent: after a run that has ended nobody looks at them before the
    /// next one.
    package func endSetAside(at now: ClockReading) async {
        do {
            guard try await context.ledger.lasts(.itemSetAside) else { return }
            let aside = try await context.ledger.itemsSetAside().map(Alert.itemSetAside)
            try await context.ledger.reconcileAlerts(aside, of: [.itemSetAside], at: now.date)
            await publish(at: now)
        } catch {
            failureLog.failed(error, in: context.log)
        }
    }

    /// Tries the files once more that rest after failures, each by itself: nothing else waits any more.
    private func publishResting(at now: ClockReading) async {
        do {
            for page in try await context.ledger.pendingPages(at: .distantFuture, limit: .max) {
                try await write([page], at: now)
            }
        } catch {
            failureLog.failed(error, in: context.log)
        }
    }

    /// Goes by other settings; what shows the roster is written anew.
    package func adopt(_ configuration: Configuration) {
        plan = Plan(configuration)
        overviewDue = nil
        wake.signal()
    }

    private func nextRound(at now: ContinuousClock.Instant) -> Duration {
        let next = [overviewsRest, retry.due].compactMap(\.self).filter { $0 > now }.min()
        return min(next.map { now.duration(to: $0) } ?? Self.pause, Self.pause)
    }

    /// Writes all that is pending, or raises an alert; what is not written by `end` is left for the next call. `sparing` lets the
    /// pages about all reports rest a while between two writings.
    package func publish(
        at now: ClockReading, sparing: Bool = false, until end: ContinuousClock.Instant? = nil
    ) async {
        do {
            try await enqueueTimed(at: now)
            try await writePending(at: now, sparing: sparing, until: end)
            if !sparing || checkDue.map({ $0 <= now.uptime }) ?? true {
                try await checkWritten()
                checkDue = now.uptime + Self.pause
            }
            try await context.ledger.reconcileAlerts(
                [obstacle].compactMap(\.self), of: [.statusUnwritable], at: now.date)
            failureLog.recovered(in: context.log)
        } catch {
            isBehind = false
            failureLog.failed(error, in: context.log)
        }
        context.liveness.progress(.publisher)
    }

    /// Asks for the pages that change as time passes.
    private func enqueueTimed(at now: ClockReading) async throws {
        if overviewDue == nil {
            let names = FiledNames(plan.roster)
            try await context.ledger.adoptNames(names, at: now.date)
            try await context.ledger.enqueueTables(on: plan.basis(), names: names)
            overviewDue = now.uptime + (try await freshness(at: now))
        }
        guard let due = overviewDue, due <= now.uptime else { return }
        try await context.ledger.enqueueOverview()
        overviewDue = now.uptime + plan.validFor / 2
    }

    /// For how long yet the pages that an earlier run has written, or this one by other settings, need not be written because of the time.
    private func freshness(at now: ClockReading) async throws -> Duration {
        guard let written = try await context.ledger.timedPagesWritten() else { return .zero }
        let age = Duration.seconds(now.date.timeIntervalSince(written))
        // One from the future is that of another clock.
        return age < .zero ? .zero : max(.zero, plan.validFor / 2 - age)
    }

    /// Writes what is pending until nothing is, or until the folder does not take it.
    private func writePending(at now: ClockReading, sparing: Bool, until end: ContinuousClock.Instant?) async throws {
        isBehind = false
        while retry.allows(at: now.uptime) {
            let pending = try await context.ledger.pendingPages(
                at: now.date, limit: Self.batch, withOverviews: !sparing || haveRested(at: now))
            guard !pending.isEmpty else {
                isCautious = false
                return try await context.ledger.checkpoint()
            }
            if let end, end < .now {
                isBehind = true
                return
            }
            do {
                // A receipt waits for no page about all reports.
                try await write(pending.filter { $0.version > 0 }, at: now)
                try await write(pending.filter { $0.version == 0 && !$0.isOverview }, at: now)
                try await write(
                    pending.filter(\.isOverview).sorted { Page.inOrder($0.page, $1.page) }, at: now)
                retry.succeeded()
                obstacle = nil
            } catch let error as Errno {
                retry.failed(at: now.uptime)
                overviewsRest = nil
                obstacle = .statusUnwritable(folder.path, error)
            }
        }
    }

    /// Writes what has been recorded meanwhile.
    private func writeVersions(at now: ClockReading) async throws {
        try await write(
            context.ledger.pendingPages(at: now.date, limit: Self.batch, withOverviews: false), at: now)
    }

    private func haveRested(at now: ClockReading) -> Bool { overviewsRest.map { $0 <= now.uptime } ?? true }

    /// Writes a batch and marks together what was written. Throws `Errno` where the folder does not take it.
    private func write(_ pending: [Ledger.PendingPage], at now: ClockReading) async throws {
        guard !pending.isEmpty else { return }
        let began = ContinuousClock.now
        let isCautious = isCautious ?? context.ledger.wasInterrupted
        self.isCautious = isCautious
        // Read after the pages were asked for.
        let contents = PageContents(context, plan, at: now.date)
        var written: [(Ledger.PendingPage, WrittenFile)] = []
        var failures: [(page: Ledger.PendingPage, error: String)] = []
        var obstacle: Errno?
        var unsynced = UnsyncedFolders()
        for page in pending where obstacle == nil {
            do {
                if page.isOverview { try await writeVersions(at: now) }
            } catch let error as Errno {
                obstacle = error
                break
            }
            if isCautious { try await context.ledger.begin(page, at: now.date) }
            var place = ""
            do {
                let bytes: [UInt8]
                (bytes, place) = try contents.bytes(of: page)
                let file = try folder.write(bytes, page.page, in: place, &unsynced)
                if isCautious { try unsynced.sync() }
                written.append((page, file))
            } catch let error as Errno where !folder.takes(despite: error) {
                obstacle = error
            } catch {
                let failure =
                    (error as? Errno).map { StatusFolder.Barred(place: place, page: page.page, error: $0) } ?? error
                failures.append((page, "\(failure)"))
                pageFailureLog.failed(failure, in: context.log)
            }
            // Should a later page kill this run, that does not count against this one.
            if isCautious, let page = written.popLast() { try await context.ledger.markWritten([page]) }
            context.liveness.progress(.publisher)
        }
        do {
            try unsynced.sync()
        } catch {
            obstacle = error
            written = []
        }
        try await context.ledger.markWritten(written)
        try await context.ledger.fail(failures, at: now.date)
        if written.contains(where: { $0.0.version > 0 }) { gathering.worked(at: .now) }
        if pending.contains(where: \.isOverview) {
            // What costs more the more there is must not take most of the time: through a backlog it comes rarely, but
            // before the pages are too old.
            Memory.giveBackFreed()
            overviewsRest = now.uptime + min(began.duration(to: .now) * 20, plan.validFor / 4)
            if failures.isEmpty { pageFailureLog.recovered(in: context.log) }
        }
        if let obstacle { throw obstacle }
    }

    /// Asks for files again that somebody removed or changed since they were written: the pages about all reports in each round, of the
    /// others some in each round, and all in turn.
    private func checkWritten() async throws {
        var restamped: [(Ledger.WrittenPage, WrittenFile)] = []
        var changed: [Ledger.WrittenPage] = []
        let portion = try await context.ledger.writtenPages(after: patrol.place, limit: patrol.portion)
        for page in try await context.ledger.writtenOverviews() + portion {
            switch try? folder.check(page.path, written: page.written) {
            case .restamped(let file): restamped.append((page, file))
            case .changed: changed.append(page)
            case .unchanged, nil: break
            }
        }
        patrol.went(over: portion.map(\.row), foundChanges: !changed.isEmpty)
        if let first = changed.first {
            context.log.warning(
                "结果文件夹中有 \(changed.count) 个文件被删除或改动（如 \(FileName(first.path.string).display)），按台账重写。")
        }
        try await context.ledger.note(restamped: restamped, changed: changed)
    }
}
