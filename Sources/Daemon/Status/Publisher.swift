import Alerts
import Foundation
package import Ledger
package import Linux
package import Logging
package import Office
package import Reports
import ServiceLifecycle
package import Services
package import Settings
package import SystemPackage
import Workbooks

/// Writes the status files that the ledger owes. A file that can't be written stays owed.
package actor Publisher: Service {
    private static let retry = Duration.seconds(10)
    /// How many files are looked after in a round.
    private static let round = 2_000
    /// How many files are written and marked together.
    private static let batch = 64
    /// How long files are written before whoever else waits for the publisher has a turn.
    private static let stretch = Duration.seconds(5)

    private let executor = BlockingExecutor("publisher")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let folder: FilePath
    private let ledger: Ledger
    private var roster: Roster
    private let daemonStatus: DaemonStatus
    private let liveness: Liveness
    private let wake: WakeSignal
    private var validFor: Duration
    private var letter: Letter
    private let parting: Duration?
    private let log: Logger
    private var overviewDue: ContinuousClock.Instant?
    /// The pages about all reports were written, and are not to be written again before.
    private var overviewsRest: ContinuousClock.Instant?
    /// More is owed than a stretch was enough for.
    private var isBehind = false
    private var lookDue: ContinuousClock.Instant?
    /// The row of the last file that was looked after.
    private var lookedAfter: Int64 = 0
    private var workbookFailureLog = LatchedLog(
        "工作簿（xlsx）写不成，其他文件照常更新；请检查临时文件夹 \(FileManager.default.temporaryDirectory.path(percentEncoded: false)) 的空间和权限，之后自动继续。",
        over: "工作簿（xlsx）已可写成。")
    private var failureLog = LatchedLog("台账读写失败，回执和总览暂不更新，稍后重写。", over: "台账已恢复读写，继续更新回执和总览。")

    /// Pages about all reports are written anew before they are `validFor` old, also when nothing has changed. When it is told to end
    /// it writes what is owed for as long as `parting`, or as long as it takes; the rest is owed still.
    package init(
        folder: FilePath, ledger: Ledger, roster: Roster, daemonStatus: DaemonStatus, liveness: Liveness,
        wake: WakeSignal, validFor: Duration,
        letter: Letter = Letter(), parting: Duration? = nil, log: Logger
    ) {
        self.parting = parting
        self.folder = folder
        self.ledger = ledger
        self.roster = roster
        self.daemonStatus = daemonStatus
        self.liveness = liveness
        self.wake = wake
        self.validFor = validFor
        self.letter = letter
        self.log = log
    }

    package func run() async {
        wake.signal()
        for await _ in wake.signals.cancelOnGracefulShutdown() {
            await publish(at: .now, sparing: true, until: .now + Self.stretch)
            wake.signal(after: nextRound)
        }
        await publish(at: .now, until: parting.map { .now + $0 })
    }

    /// Goes by other settings; what shows the roster is written anew.
    package func adopt(_ setup: Configuration) {
        roster = setup.roster
        validFor = setup.settings.status.validFor
        letter = setup.settings.letter
        overviewDue = nil
        wake.signal()
    }

    private var nextRound: Duration {
        if isBehind { return .zero }
        guard let overviewsRest, overviewsRest > .now else { return Self.retry }
        return min(ContinuousClock.now.duration(to: overviewsRest), Self.retry)
    }

    /// Writes all that is owed, or raises an alert; what is not written by `end` is left for the next call. `sparing` lets the pages
    /// about all reports rest a while between two writings.
    package func publish(
        at now: ClockReading, sparing: Bool = false, until end: ContinuousClock.Instant? = nil
    ) async {
        do {
            if overviewDue.map({ $0 <= now.uptime }) ?? true {
                if overviewDue == nil { try await ledger.enqueueTables() }
                try await ledger.enqueueOverview()
                overviewDue = now.uptime + validFor / 2
            }
            let trouble = try await writePending(at: now, sparing: sparing, until: end)
            if !sparing || lookDue.map({ $0 <= now.uptime }) ?? true {
                try await lookAfterFiles()
                lookDue = now.uptime + Self.retry
            }
            try await ledger.reconcileAlerts([trouble].compactMap(\.self), of: [.statusUnwritable], at: now.date)
            failureLog.recovered(in: log)
        } catch {
            isBehind = false
            failureLog.failed(error, in: log)
        }
        liveness.progress(.publisher)
    }

    /// Writes what is owed until nothing is, or until the folder does not take it.
    private func writePending(
        at now: ClockReading, sparing: Bool, until end: ContinuousClock.Instant?
    ) async throws -> Alert? {
        isBehind = false
        while true {
            let pending = try await ledger.pendingPages(
                limit: Self.batch, withOverviews: !sparing || haveRested(at: now))
            if pending.isEmpty { return nil }
            if let end, end < .now {
                isBehind = true
                return nil
            }
            do {
                guard try await write(pending, at: now) > 0 else { return nil }
            } catch let error as Errno {
                return .statusUnwritable(folder, error)
            }
        }
    }

    private func haveRested(at now: ClockReading) -> Bool { overviewsRest.map { $0 <= now.uptime } ?? true }

    /// Writes a batch, marks together what was written, and tells how much that was. Throws `Errno` where the folder does not take it.
    private func write(_ pending: [Ledger.PendingPage], at now: ClockReading) async throws -> Int {
        let began = ContinuousClock.now
        // Read after the pages were asked for.
        let contents = PageContents(
            ledger: ledger, roster: roster, daemonStatus: daemonStatus, validFor: validFor, letter: letter, at: now.date
        )
        let files = StatusFolder(path: folder)
        var written: [(Ledger.PendingPage, WrittenFile)] = []
        var obstacle: (any Error)?
        var unmade: WorkbookFailure?
        for page in pending where obstacle == nil {
            do {
                let (bytes, place) = try contents.bytes(of: page)
                written.append((page, try files.write(bytes, page.page, in: place)))
            } catch let failure as WorkbookFailure {
                unmade = failure
            } catch {
                obstacle = error
            }
            liveness.progress(.publisher)
        }
        try await ledger.markWritten(written)
        if pending.contains(where: { $0.version == 0 }) {
            // What costs more the more there is must not take most of the time: through a backlog it comes rarely, but
            // before the pages are too old.
            overviewsRest = now.uptime + min(began.duration(to: .now) * 20, validFor / 4)
        }
        noteWorkbooks(unmade, among: pending)
        if let obstacle { throw obstacle }
        return written.count
    }

    /// A workbook is made in the system's folder for scratch files; where that takes none, the other files are written all the same.
    private func noteWorkbooks(_ failure: WorkbookFailure?, among pending: [Ledger.PendingPage]) {
        if let failure {
            workbookFailureLog.failed(failure, in: log)
        } else if pending.contains(where: \.page.isWorkbook) {
            workbookFailureLog.recovered(in: log)
        }
    }

    /// Asks for files again that somebody removed or changed since they were written: some in each round, and all in turn.
    private func lookAfterFiles() async throws {
        let files = StatusFolder(path: folder)
        var restamped: [(Ledger.WrittenPage, WrittenFile)] = []
        var changed: [Ledger.WrittenPage] = []
        let pages = try await ledger.writtenPages(after: lookedAfter, limit: Self.round)
        for page in pages {
            switch try? files.look(at: page.path, written: page.written) {
            case .restamped(let file): restamped.append((page, file))
            case .changed: changed.append(page)
            case .unchanged, nil: break
            }
        }
        lookedAfter = pages.count < Self.round ? 0 : pages.last?.row ?? 0
        if let first = changed.first {
            log.warning("结果文件夹中有 \(changed.count) 个文件被删除或改动（如 \(FileName(first.path.string).display)），按台账重写。")
        }
        try await ledger.note(restamped: restamped, changed: changed)
    }
}
