import Alerts
package import Foundation
import Ledger
package import Linux
import Logging
import Office
import ReaderInterface
import Rules
import ServiceLifecycle
package import Services
package import Settings
import SystemPackage

/// From a hint to a row in the ledger: look, let settle, copy, inspect, record.
///
/// Until the row is there nothing outside has changed, so whatever stops this half-way, the next look begins again.
package actor Intake: PeriodicService {
    /// What a look can tell of, also one that met no inbox: then nothing is known of the files, old or new.
    private func kinds(isReachable: Bool) -> Set<Alert.Kind> {
        let files: Set<Alert.Kind> = [
            .folderUnreadable, .fileUnreadable, .fileRefused, .fileVanished, .fileReceiving, .fileLeftBehind,
            .folderFull,
        ]
        return Set([.inboxUnreachable, .inboxReplaced, .resourcesShort, .stateShort, .judgingFailed])
            .union(obstacles.keys).union(isReachable ? files : [])
    }

    /// Reports with pictures are as large as this, in bytes, and not read in no time.
    private static let large = 4_000_000

    private let executor = BlockingExecutor("intake")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    package nonisolated let wake: WakeSignal
    var parts: Parts
    var pace: Pace
    var settling: WriteCompletion
    /// Each file that has its verdict, as it was then.
    var judged: JudgedFiles
    private var textsAreWhole = false
    private var backlog = StartBacklog()
    var troubles: [InboxPath: Trouble] = [:]
    /// The files in whose judging earlier runs died, by what identifies their bytes.
    var suspects: [String: Ledger.Suspect]
    /// What stands in the way of every file: `nil` for what works, and no entry for what this run has not tried yet.
    var obstacles: [Alert.Kind: Alert?] = [:]
    private var firstSeen: [InboxPath: ClockReading] = [:]
    private var edited: Set<InboxPath> = []
    /// The files that were there before their folder was watched: somebody may have one open, and nobody has told of it.
    var inherited: Set<InboxPath> = []
    /// The files that were closed by one who may have written them while another has them open.
    var held: Set<InboxPath> = []
    /// Files that are known but for the number of their file system: a share was mounted anew.
    var unverified: [ObservedFile] = []
    /// The files that the last look had no time for.
    private var postponed: Set<InboxPath> = []
    /// The files that the last look met.
    var present: Set<InboxPath> = []
    /// The same as the ledger knows them.
    var inboxFiles = InboxFiles()
    private var leftBehind = LeftBehind()
    var quota: Quota
    private var trust: MountIdentity?
    private var untold = MissedEvents()
    var isTold = true
    /// How long files are judged before the next look.
    private var stretch: Duration
    /// When it is tried again whether the reader and the archive work: one file finds out for all.
    var obstacleRetry = RetrySchedule(first: .seconds(2), longest: .seconds(60))
    var ledgerFailureLog = LatchedLog(
        "台账无法写入，新到的文件暂不校核，也不会丢失；请检查磁盘空间和权限，之后自动继续。", over: "台账已可写入，继续校核。")

    /// Goes on from what the ledger knows at a moment.
    package init(
        _ parts: Parts, pace: Pace, wake: WakeSignal = WakeSignal(), at date: Date = .now
    ) async throws {
        self.parts = parts
        self.pace = pace
        self.wake = wake
        stretch = pace.stretch
        quota = Quota(parts.quota)
        settling = WriteCompletion(quiet: pace.settle, patience: pace.patience)
        judged = JudgedFiles(try await parts.context.ledger.judgedFiles())
        try await parts.context.ledger.countDeaths(at: date)
        suspects = try await parts.context.ledger.suspects(at: date)
    }

    var context: DaemonContext { parts.context }

    /// What stands in the way of every file at this moment, in Chinese; `nil` where nothing does.
    package var obstacle: String? { obstacles.values.compactMap(\.self).first?.message }

    package func round() async -> Duration? {
        context.liveness.progress(.intake)
        let began = ContinuousClock.now
        let listing = parts.inbox.look()
        // Looking must not take most of the time where there is much to look at.
        stretch = max(pace.stretch, began.duration(to: .now) * 10)
        await take(listing, at: .now)
        if pace.untilIdle, settling.waiting.isEmpty { return nil }
        return nextRound(at: .now)
    }

    /// After how long to look again. While nothing can be read or kept, files that are whole ask for no look.
    package func nextRound(at now: ContinuousClock.Instant) -> Duration {
        let blocked = obstacleRetry.due.map { now.duration(to: $0) } ?? .zero
        return min(max(settling.nextDue(after: now) ?? pace.scanInterval, blocked), pace.scanInterval)
    }

    /// Goes by other settings, from the next look on.
    package func adopt(_ pace: Pace, _ settings: Settings) {
        self.pace = pace
        settling.adopt(quiet: pace.settle, patience: pace.patience)
        parts.inbox = parts.inbox.ignoring(IgnoredNames(adding: settings.inbox.ignore))
        parts.archive.limit = settings.limits.fileBytes
        parts.quota = settings.inbox.quota
        wake.signal()
    }

    /// Works off what a look met: judges what is whole, and says what stands in the way.
    package func take(_ listing: InboxListing, at now: ClockReading) async {
        await weigh(listing)
        let shortage = parts.space?.shortage()
        noteWatch(listing)
        edited = listing.edited(at: now.date, patience: pace.patience)
        if listing.isReachable { await work(off: listing, mayJudge: shortage == nil, at: now) }
        if case .trusted = trust { context.status.show(present: present) }
        let kinds = kinds(isReachable: listing.isReachable)
        let alerts =
            listing.alerts + troubles.values.map(\.alert) + obstacles.values.compactMap(\.self)
            + suspects.values.filter(\.isSetAside).map { Alert.judgingFailed($0.path.display, deaths: $0.deaths) }
            + [shortage, trust?.alert(for: parts.inbox.path)].compactMap(\.self) + lingering(at: now)
        do {
            try await context.ledger.reconcileAlerts(alerts.filter { kinds.contains($0.kind) }, of: kinds, at: now.date)
            ledgerFailureLog.recovered(in: context.log)
            context.status.show(trouble: shortage == nil ? nil : "台账磁盘空间不足，暂停校核")
        } catch {
            // The next time there is room for recording this.
            parts.space?.release()
            context.status.show(trouble: "台账无法写入，暂停校核")
            ledgerFailureLog.failed(error, in: context.log)
        }
    }

    private func work(off listing: InboxListing, mayJudge: Bool, at now: ClockReading) async {
        let files = listing.files
        present = Set(files.map(\.path))
        noteWriters(listing)
        forgetTroubles(at: now)
        var changed = files.filter { judged[$0.path] != $0.stamp && !isHeldBack($0) }
        let start = changed.partition { judged[$0.path]?.isSame(elsewhere: $0.stamp) == true }
        unverified = Array(changed[start...])
        let open = await withinQuota(changed[..<start], at: now)
        if open.isEmpty { obstacles = [.archiveUnwritable: nil, .workerFailed: nil] }
        let settled = settling.observe(open, edited: edited, written: listing.written, held: held, at: now.uptime)
        var left = inOrder(settled)
        if mayJudge {
            await restoreTexts(at: now)
            left = await judge(left, until: .now + stretch, at: now)
            settling.postpone(left, at: now.uptime)
        }
        postponed = Set(left.lazy.map(\.path))
        if mayJudge, left.isEmpty, settling.waiting.isEmpty {
            await retry(at: now)
            await rejudge(at: now)
            await verify(at: now)
        }
        let waiting = settling.waiting
        leftBehind.observe(
            open.lazy.filter { [judged, troubles, obstacle] file in
                judged[file.path] != file.stamp && troubles[file.path] == nil && obstacle == nil
                    && !waiting.contains(file.path)
            }.map(\.path))
        showReceiving(settling.unsettled(at: now.uptime).union(quota.waiting), at: now)
        noteBacklog(open, at: now)
    }

    /// Notes of which files it is not known whether somebody writes to them.
    private func noteWriters(_ listing: InboxListing) {
        held = listing.held
        if !listing.newFolders.isEmpty {
            inherited.formUnion(listing.files.lazy.map(\.path).filter { listing.newFolders.contains($0.folder) })
        }
        inherited.subtract(listing.closed)
    }

    /// The files of these that their senders' quotas admit. What was taken in of each sender, also by earlier runs, is counted in the
    /// ledger, which is asked only where there is something to admit.
    private func withinQuota(_ files: ArraySlice<ObservedFile>, at now: ClockReading) async -> [ObservedFile] {
        do {
            let used =
                files.isEmpty
                ? [:] : try await context.ledger.usage(since: now.date - Quota.span, limit: parts.archive.limit)
            quota = Quota(parts.quota, used: used)
        } catch {
            ledgerFailureLog.failed(error, in: context.log)
        }
        return quota.admit(files)
    }

    /// Where nothing can be read or kept at all, one file is tried after a pause that grows, and not each in each look.
    func noteObstacle(at now: ClockReading) {
        if obstacle == nil || pace.untilIdle {
            obstacleRetry.succeeded()
        } else {
            obstacleRetry.failed(at: now.uptime)
        }
    }

    /// Files that no run died over first, and the large ones last: one that is huge must not keep sixty bureaus waiting. Else what was
    /// put there last is judged last, since it is what counts, and of what one copying has put there what is newest; but what has come
    /// while others waited does not wait for these.
    private func inOrder(_ files: [ObservedFile]) -> [ObservedFile] {
        let deaths = Dictionary(suspects.values.map { ($0.path, $0.deaths) }, uniquingKeysWith: max)
        let copyings = FileStamp.copyings(files.map(\.stamp))
        let keys = files.indices.map { index in
            let file = files[index]
            return (
                deaths[file.path] ?? 0, file.stamp.size < Self.large ? 0 : file.stamp.size,
                postponed.contains(file.path) ? 1 : 0, copyings[index], file.stamp.modified
            )
        }
        // The clock of a file system goes in steps: within one, files go by their names.
        return files.indices.sorted {
            keys[$0] == keys[$1] ? files[$0].path.display < files[$1].path.display : keys[$0] < keys[$1]
        }.map { files[$0] }
    }

    /// What comes now is compared with the texts of earlier reports, so these have to be there first.
    private func restoreTexts(at now: ClockReading) async {
        guard !textsAreWhole, obstacleRetry.allows(at: now.uptime) else { return }
        do {
            textsAreWhole = try await MissingTexts(parts).restore()
        } catch WorkerFailure.unavailable(let wrong) {
            obstacles[.workerFailed] = .workerFailed(wrong)
            noteObstacle(at: now)
        } catch {
            ledgerFailureLog.failed(error, in: context.log)
        }
    }

    /// Nobody counts as overdue before what lay in the inbox at the start has been judged, or is said to be in trouble.
    private func noteBacklog(_ open: [ObservedFile], at now: ClockReading) {
        let excused = Set(leftBehind.files).union(troubles.keys).union(quota.waiting)
            .union(firstSeen.filter { $0.value.uptime.duration(to: now.uptime) > pace.patience }.keys)
        backlog.observe(open.lazy.filter { [judged] in judged[$0.path] != $0.stamp }.map(\.path), excused: excused)
        if backlog.isWorkedOff { context.status.showCaughtUp() }
    }

    private func isHeldBack(_ file: ObservedFile) -> Bool { troubles[file.path]?.heldBack == file.stamp }

    /// Drops the troubles of files that are gone, but for those that tell of it.
    private func forgetTroubles(at now: ClockReading) {
        troubles = troubles.filter { path, trouble in
            trouble.ends.map { $0 > now.uptime } ?? present.contains(path)
        }
    }

    private func showReceiving(_ waiting: Set<InboxPath>, at now: ClockReading) {
        firstSeen = Dictionary(uniqueKeysWithValues: waiting.map { ($0, firstSeen[$0] ?? now) })
        context.status.show(
            receiving: firstSeen.map { ReceivingFile(name: $0.key.display, since: $0.value.date) }
                .sorted { $0.since < $1.since })
    }

    /// The files that take too long to come, and those that should have a verdict and have none.
    private func lingering(at now: ClockReading) -> [Alert] {
        let waiting = quota.waiting
        let late = firstSeen.filter { path, since in
            since.uptime.duration(to: now.uptime) > pace.patience && !waiting.contains(path)
        }
        return late.keys.map { .fileReceiving($0, isEdited: edited.contains($0)) }
            + leftBehind.files.map(Alert.fileLeftBehind)
            + quota.full.map { .folderFull($0.sender, waiting: $0.waiting, $0.used) }
    }

    /// Finds out whether it is the inbox that was looked at, and remembers it where it is.
    private func weigh(_ listing: InboxListing) async {
        let path = parts.inbox.path.string
        do {
            let memory = try await context.ledger.inboxMemory(of: path)
            let judged = judged
            let now = MountIdentity(listing, path: path, memory: memory) { judged[$0.path] != nil }
            if case .trusted(let place) = now, place != memory { try await context.ledger.remember(place) }
            trust = now
        } catch {
            ledgerFailureLog.failed(error, in: context.log)
        }
    }

    /// Says once when the system does not tell of changes, and once when it tells of them again.
    private func noteWatch(_ listing: InboxListing) {
        untold.observe(listing)
        let isTold = listing.tells && !untold.areProven
        guard listing.isReachable, isTold != self.isTold else { return }
        self.isTold = isTold
        let seconds = pace.scanInterval.components.seconds
        if isTold {
            context.log.notice("收件文件夹的变动通知已恢复。")
        } else if let share = listing.share {
            context.log.notice("收件文件夹位于 \(share) 上，别处的变动不会有通知，每 \(seconds) 秒查看一次。")
        } else if untold.areProven {
            context.log.notice("有文件到达收件文件夹而系统没有通知（常见于网络共享和虚拟机的共享文件夹），每 \(seconds) 秒查看一次。")
        } else {
            context.log.warning("系统不能通知收件文件夹的变动（可能是 inotify 数量已到上限），改为每 \(seconds) 秒查看一次。")
        }
    }
}
