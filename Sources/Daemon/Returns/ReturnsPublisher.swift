import Alerts
import Foundation
import Ledger
package import Linux
import Logging
import Office
package import Services
package import Settings
import SystemPackage

/// Writes into the folder of each body how it stands, whenever that has changed, and again what somebody has changed there. It works as the
/// publisher of the status files does, beside it: neither waits for the other's folder.
package actor ReturnsPublisher: PeriodicService {
    private static let pause = Duration.seconds(10)
    /// In so many rounds every file is checked, some in each.
    private static let rounds = 60
    /// How many files are written and marked together.
    private static let batch = 64
    /// How long files are written before whoever else waits for the publisher has a turn.
    private static let stretch = Duration.seconds(5)

    private let executor = BlockingExecutor("returns")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }
    package nonisolated let wake: WakeSignal

    private let context: DaemonContext
    private let parting: Duration?
    private var configuration: Configuration
    /// `nil` until the ledger knows of it.
    private var plan: ReturnsPlan?
    private var retry = RetrySchedule(first: .seconds(10), longest: .seconds(60))
    /// What keeps the folder as a whole from being written; over when something has been written.
    private var obstacle: Alert?
    /// The bodies' folders that can't be used, by their names, when all that is pending was last gone over.
    private var refusals: [String: Alert] = [:]
    /// More is pending than a stretch was enough for.
    private var isBehind = false
    private var checkDue: ContinuousClock.Instant?
    private var patrol = Patrol(rounds: rounds)
    /// An earlier run was killed, perhaps by a file: until all that it left is written, each is begun by itself.
    private var isCautious: Bool
    private var pageFailureLog = LatchedLog("单位回执写不成，其他的照常更新，稍后重试。", over: "单位回执已全部写成。")
    private var failureLog = LatchedLog("台账读写失败，单位回执暂不更新，稍后重写。", over: "台账已恢复读写，继续更新单位回执。")

    /// When it is told to end it writes what is pending for as long as `parting`, or as long as it takes; the rest stays pending.
    package init(
        _ configuration: Configuration, _ context: DaemonContext, wake: WakeSignal = WakeSignal(),
        parting: Duration? = nil
    ) {
        self.configuration = configuration
        self.context = context
        self.wake = wake
        self.parting = parting
        isCautious = context.ledger.wasInterrupted
    }

    package func round() async -> Duration? {
        let now = ClockReading.now
        await publish(at: now, sparing: true, until: now.uptime + Self.stretch)
        return isBehind ? .zero : Self.pause
    }

    package func finish() async {
        retry.succeeded()
        await publish(at: .now, until: parting.map { .now + $0 })
    }

    /// Goes by other settings and another roster.
    package func adopt(_ configuration: Configuration) {
        self.configuration = configuration
        (plan, obstacle, refusals) = (nil, nil, [:])
        retry.succeeded()
        wake.signal()
    }

    /// Writes all that is pending, or raises an alert; what is not written by `end` is left for the next call. `sparing` checks what is written
    /// now and then only.
    package func publish(
        at now: ClockReading, sparing: Bool = false, until end: ContinuousClock.Instant? = nil
    ) async {
        do {
            let plan = try await adopted(at: now)
            if let folder = plan.folder {
                try await context.ledger.enqueueChangedReturns(at: now.date)
                try await writePending(plan, folder, at: now, until: end)
                if !sparing || checkDue.map({ $0 <= now.uptime }) ?? true {
                    try await checkWritten(in: folder)
                    checkDue = now.uptime + Self.pause
                }
            }
            try await context.ledger.reconcileAlerts(
                [obstacle].compactMap(\.self) + plan.refused + refusals.values,
                of: [.returnsUnwritable, .returnsRefused],
                at: now.date)
            failureLog.recovered(in: context.log)
        } catch {
            isBehind = false
            failureLog.failed(error, in: context.log)
        }
        context.liveness.progress(.returns)
    }

    /// The plan of the settings, of which the ledger knows.
    private func adopted(at now: ClockReading) async throws -> ReturnsPlan {
        if let plan { return plan }
        let next = try ReturnsPlan(configuration, at: now.date)
        try await context.ledger.adoptNames(next.names, at: now.date)
        try await context.ledger.adoptReturns(next.places)
        patrol = Patrol(rounds: Self.rounds)
        plan = next
        return next
    }

    /// Goes over what is pending until the end of it, or until the folder does not take it.
    private func writePending(
        _ plan: ReturnsPlan, _ folder: ReturnsFolder, at now: ClockReading, until end: ContinuousClock.Instant?
    ) async throws {
        isBehind = false
        var (row, found): (Int64, [String: Alert]) = (0, [:])
        while retry.allows(at: now.uptime) {
            let pending = try await context.ledger.pendingReturns(at: now.date, after: row, limit: Self.batch)
            guard let last = pending.last else {
                (refusals, isCautious) = (found, false)
                return
            }
            if let end, end < .now {
                isBehind = true
                break
            }
            do {
                found.merge(try await write(pending, plan, folder, at: now)) { $1 }
                retry.succeeded()
                obstacle = nil
            } catch let error as Errno {
                fail(.returnsUnwritable(folder.path, error.reason), at: now)
            } catch let refusal as ReturnsFolder.Refusal {
                fail(.returnsUnwritable(folder.path, "\(refusal.reason)，\(refusal.advice)"), at: now)
            }
            row = last.row
        }
        refusals.merge(found) { $1 }
    }

    private func fail(_ alert: Alert, at now: ClockReading) {
        retry.failed(at: now.uptime)
        obstacle = alert
    }

    /// Writes a batch, marks together what was written, and gives the folders that were refused. Throws `Errno` or `Refusal` where the folder as
    /// a whole takes nothing.
    private func write(
        _ pending: [Ledger.PendingReturn], _ plan: ReturnsPlan, _ folder: ReturnsFolder, at now: ClockReading
    ) async throws -> [String: Alert] {
        let root = try folder.open()
        var written: [Ledger.DoneReturn] = []
        var failures: [(pending: Ledger.PendingReturn, error: String)] = []
        var refused: [String: Alert] = [:]
        var obstacle: Errno?
        var last: (agency: String, standing: BureauStanding)?
        for item in pending where obstacle == nil && refused[item.folder] == nil {
            if isCautious { try await context.ledger.begin(item, at: now.date) }
            do {
                let place = try folder.open(item.folder, in: root)
                // The files of a body follow each other.
                if last?.agency != item.agency {
                    last = try plan.standing(of: item, in: context.ledger, at: now.date).map { (item.agency, $0) }
                }
                guard let standing = last?.standing else { continue }
                let file = try folder.write(
                    Self.bytes(of: item.page, for: standing), item.page, into: place, named: item.folder)
                written.append(.init(item, file, changes: standing.nextChange))
            } catch let refusal as ReturnsFolder.Refusal {
                refused[item.folder] = .returnsRefused(
                    folder.path.appending(item.folder), refusal.reason, refusal.advice)
            } catch let error as Errno {
                obstacle = error
            } catch {
                failures.append((item, "\(error)"))
                pageFailureLog.failed(error, in: context.log)
            }
            // Should a later file kill this run, that does not count against this one.
            if isCautious, let done = written.popLast() { try await context.ledger.markWritten([done], at: now.date) }
            context.liveness.progress(.returns)
        }
        try await context.ledger.markWritten(written, at: now.date)
        try await context.ledger.fail(failures, at: now.date)
        if failures.isEmpty { pageFailureLog.recovered(in: context.log) }
        if let obstacle { throw obstacle }
        return refused
    }

    private static func bytes(of page: ReturnPage, for standing: BureauStanding) -> [UInt8] {
        switch page {
        case .html: Array(BureauPage.html(for: standing).utf8)
        case .text: BureauPage.text(for: standing)
        }
    }

    /// Asks for files again that somebody removed or changed since they were written: some in each round, and all in turn.
    private func checkWritten(in folder: ReturnsFolder) async throws {
        let portion = try await context.ledger.writtenReturns(after: patrol.place, limit: patrol.portion)
        let (restamped, changed) = Self.differences(in: portion, folder)
        patrol.went(over: portion.map(\.row), foundChanges: !changed.isEmpty)
        if let first = changed.first {
            context.log.warning(
                "单位回执的文件夹中有 \(changed.count) 个文件被删除或改动（如 \(FileName("\(first.folder)/\(first.page.rawValue)").display)），按台账重写。"
            )
        }
        try await context.ledger.note(restamped: restamped, changed: changed)
        if !changed.isEmpty { wake.signal() }
    }

    private static func differences(
        in portion: [Ledger.WrittenReturn], _ folder: ReturnsFolder
    ) -> (restamped: [(Ledger.WrittenReturn, WrittenFile)], changed: [Ledger.WrittenReturn]) {
        let root: Directory
        do {
            root = try folder.open()
        } catch {
            // Writing says what is wrong with the folder.
            return ([], portion)
        }
        var restamped: [(Ledger.WrittenReturn, WrittenFile)] = []
        var changed: [Ledger.WrittenReturn] = []
        for page in portion {
            switch folder.check(page, in: root) {
            case .restamped(let file): restamped.append((page, file))
            case .changed: changed.append(page)
            case .unchanged: break
            }
        }
        return (restamped, changed)
    }
}
