import Alerts
import Foundation
import Ledger
package import Linux
import Logging
import Office
package import ReaderInterface
import ServiceLifecycle
package import Services
package import Settings
import SystemPackage

/// From a workbook in the office's folder to decisions in the ledger: look, let settle, copy, read, take.
///
/// It goes about it as the intake of reports does. Until the file is recorded, in one transaction with all that it decides, nothing has
/// changed, so whatever stops this half-way, the next look begins again; and bytes that are recorded are never taken again.
package actor DeskIntake: PeriodicService {
    /// What it works with.
    package struct Parts: Sendable {
        package var folder: Inbox
        package var archive: Archive
        package var context: DaemonContext
        package var reader: any GridReader
        package var limits: Limits

        package init(
            folder: Inbox, archive: Archive, context: DaemonContext, reader: any GridReader, limits: Limits
        ) {
            self.folder = folder
            self.archive = archive
            self.context = context
            self.reader = reader
            self.limits = limits
        }
    }

    /// More lines than these are not decided on at once.
    private static let mostLines = 2_000

    private let executor = BlockingExecutor("desk")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    package nonisolated let wake: WakeSignal
    private var parts: Parts
    private var pace: Intake.Pace
    private var settling: WriteCompletion
    /// The files that were dealt with, each as it was then.
    private var done: [InboxPath: FileStamp] = [:]
    /// Files that can't be read, each with what is to be done about it, while they stay as they are.
    private var heldBack: [InboxPath: (stamp: FileStamp, alert: Alert)] = [:]
    /// What lies there and is no file, each with what is to be done about it.
    private var refused: [Alert] = []
    /// Files with the bytes of others that were dealt with, each with the name of that one.
    private var copies: [InboxPath: String] = [:]
    /// What the page of results says of all these; `nil` before it was asked for.
    private var notes: [String]?
    /// Whether everything that lay there at the start has been looked at: until then nothing is known to be over.
    private var isAware = false
    private var readerLog = LatchedLog("办公室的文件暂时读不了，稍后重试。", over: "办公室的文件又能读了。")
    private var ledgerLog = LatchedLog("台账读写失败，办公室的文件暂不办理，也不会丢失，稍后重试。", over: "台账已恢复读写，继续办理办公室的文件。")

    package init(_ parts: Parts, pace: Intake.Pace, wake: WakeSignal = WakeSignal()) {
        self.parts = parts
        self.pace = pace
        self.wake = wake
        settling = WriteCompletion(quiet: pace.settle, patience: pace.patience)
    }

    private var context: DaemonContext { parts.context }

    package func round() async -> Duration? {
        await look(at: .now)
        return min(settling.nextDue(after: .now) ?? pace.scanInterval, pace.scanInterval)
    }

    /// Where the daemon works until nothing is left to do, what lies here is part of it.
    package func finish() async {
        guard pace.untilIdle else { return }
        await look(at: .now)
        while let pause = settling.nextDue(after: .now) {
            try? await Task.sleep(for: pause)
            await look(at: .now)
        }
    }

    /// Goes by other settings, from the next look on.
    package func adopt(_ pace: Intake.Pace, _ settings: Settings) {
        self.pace = pace
        settling.adopt(quiet: pace.settle, patience: pace.patience)
        parts.folder = parts.folder.ignoring(IgnoredNames(adding: settings.inbox.ignore))
        parts.archive.limit = settings.limits.fileBytes
        parts.limits = settings.limits
        wake.signal()
    }

    /// Looks once, and takes what is whole.
    package func look(at now: ClockReading) async {
        let obstacle = DeskFolder(path: parts.folder.path).obstacle()
        if obstacle == nil { await work(off: parts.folder.look(), at: now) }
        guard isAware || obstacle != nil else { return }
        do {
            let alerts = [obstacle].compactMap(\.self) + heldBack.values.map(\.alert) + refused
            try await context.ledger.reconcileAlerts(alerts, of: [.deskUnusable], at: now.date)
            try await show(alerts.map(\.message) + copies.map { Self.words(forCopy: $0.key, of: $0.value) })
            ledgerLog.recovered(in: context.log)
        } catch {
            ledgerLog.failed(error, in: context.log)
        }
    }

    /// Has the page of results say what was not dealt with.
    private func show(_ words: [String]) async throws {
        let words = words.sorted()
        guard words != notes else { return }
        context.status.show(deskNotes: words)
        try await context.ledger.enqueueDeskResults()
        notes = words
    }

    private static func words(forCopy file: InboxPath, of name: String) -> String {
        "“\(file.display)”与“\(name)”的内容相同，已经办理过一次，没有再办。"
    }

    private func work(off listing: InboxListing, at now: ClockReading) async {
        guard listing.isReachable else { return }
        let present = Set(listing.files.map(\.path))
        done = done.filter { present.contains($0.key) }
        heldBack = heldBack.filter { present.contains($0.key) }
        copies = copies.filter { present.contains($0.key) }
        let folders = listing.folders.map { InboxPath(folder: nil, name: $0) }.filter(\.isWorkbook)
        refused =
            listing.refused.map { .deskFileRefused($0.key, $0.value) }
            + folders.map { .deskFileRefused($0, .directory) }
        let unseen = listing.files.filter { done[$0.path] != $0.stamp && heldBack[$0.path]?.stamp != $0.stamp }
        let open = unseen.filter { $0.path.folder == nil }
        // A folder in this one may be open to others.
        for file in unseen where file.path.folder != nil && file.path.isWorkbook { await pass(over: file) }
        let edited = listing.edited(at: now.date, patience: pace.patience)
        let whole = settling.observe(
            open, edited: edited, written: listing.written, held: listing.held, at: now.uptime)
        // Of two that come together the later one has the last word, as among reports.
        let inOrder = whole.sorted {
            ($0.stamp.modified, $0.path.name.display) < ($1.stamp.modified, $1.path.name.display)
        }
        for file in inOrder where !Task.isShuttingDownGracefully || pace.untilIdle { await take(file, at: now) }
        isAware = isAware || settling.waiting.isEmpty
    }

    /// Whether somebody else than its owner may write to a file: then nobody knows who has decided.
    private func isOpen(_ file: ObservedFile) -> Bool {
        // One that is gone by now is told of where it is read.
        guard let status = try? parts.folder.status(of: file.path) else { return false }
        return !status.permissions.isDisjoint(with: [.groupWrite, .otherWrite])
    }

    /// Tells of a workbook in a folder of this one, unless it is kept there after it was dealt with.
    private func pass(over file: ObservedFile) async {
        do {
            let content = try parts.archive.identify(file, in: parts.folder)
            if try await context.ledger.deskFile(of: content) != nil {
                done[file.path] = file.stamp
            } else {
                heldBack[file.path] = (file.stamp, .deskFileBelow(file.path))
            }
        } catch is Archive.Failure {
            heldBack[file.path] = (file.stamp, .deskFileBelow(file.path))
        } catch {
            ledgerLog.failed(error, in: context.log)
        }
    }

    private func take(_ file: ObservedFile, at now: ClockReading) async {
        guard !isOpen(file) else {
            heldBack[file.path] = (file.stamp, .deskFileOpen(file.path))
            return
        }
        do {
            let isWorkbook = file.path.isWorkbook
            // What is no workbook is told of; nobody needs a copy of it.
            let content =
                isWorkbook
                ? try parts.archive.keep(file, from: parts.folder) : try parts.archive.identify(file, in: parts.folder)
            let known = try await context.ledger.deskFile(of: content)?.name
            copies[file.path] = known == file.path.display ? nil : known
            if known == nil {
                let reading =
                    isWorkbook ? try await reading(of: file, content, at: now) : .refused("不是核销单（.xlsx），没有读取。")
                guard let reading else { return }
                try await context.ledger.take(DeskSubmission(file, content, reading), at: now.date)
            }
            done[file.path] = file.stamp
            heldBack[file.path] = nil
            ledgerLog.recovered(in: context.log)
        } catch let failure as Archive.Failure {
            note(failure, of: file, at: now)
        } catch {
            ledgerLog.failed(error, in: context.log)
        }
    }

    /// What a workbook says; `nil` where it is to be read once more, later.
    private func reading(
        of file: ObservedFile, _ content: Content, at now: ClockReading
    ) async throws -> DeskSubmission.Reading? {
        guard !content.sha256.isEmpty else { return .refused(Self.words(parts.limits.reached(.fileSize))) }
        let answer: GridAnswer
        do throws(WorkerFailure) {
            answer = try await parts.reader.cells(of: parts.archive.document(of: content), within: parts.limits)
            readerLog.recovered(in: context.log)
        } catch .crashed(let seen) {
            context.log.error("读取办公室的文件“\(file.path.display)”时，\(seen)。")
            guard try await context.ledger.crashed(over: content) >= ReportChecker.crashesEnough else { return nil }
            return .refused(Self.words(.crashed))
        } catch {
            readerLog.failed(error, in: context.log)
            return nil
        }
        if answer.isCutOff, settling.awaitRest(of: file, for: pace.patience, at: now.uptime) { return nil }
        return Self.reading(of: answer)
    }

    private static func reading(of answer: GridAnswer) -> DeskSubmission.Reading {
        switch answer.content {
        case .unreadable(let reason): return .refused(words(reason))
        case .grid(let grid):
            let sheets = grid.sheets.map { $0.rows.map { (number: $0.number, cells: $0.cells) } }
            guard let reading = WaiverSheet.reading(of: sheets) else {
                if EntryForm.isThere(in: sheets) {
                    return .refused("这是人工录入表：请由管理员用 nianbao enter 单位 年度 文件 录入。")
                }
                return .refused("不是核销单：没有“处理”“理由”等栏。请用结果文件夹中的 核销单.xlsx 填写。")
            }
            guard reading.filled.count <= mostLines else {
                return .refused("填写了 \(reading.filled.count) 行，一次最多办理 \(mostLines) 行；请分几次。")
            }
            return .list(reading)
        }
    }

    private static func words(_ reason: Unreadable) -> String {
        let detail =
            switch reason {
            case .damaged(let seen): "文件损坏或不完整（\(seen)）"
            case .encrypted: "文件有密码"
            case .limit: reason.detail
            case .format(let format): "内容是\(format.name)，不是 Excel 工作簿（xlsx）"
            case .scanned, .notAReport: "工作簿里没有文字"
            case .crashed: "两次没能读完，不再自动尝试"
            }
        return "没有读取：\(detail)。请用 WPS 或 Excel 另存为新的 xlsx 文件，再放进来。"
    }

    private func note(_ failure: Archive.Failure, of file: ObservedFile, at now: ClockReading) {
        switch failure {
        case .changed: settling.restart(file, at: now.uptime)
        case .vanished: break
        case .denied: heldBack[file.path] = (file.stamp, .deskFileUnreadable(file.path, .permissionDenied))
        case .broken(let error): heldBack[file.path] = (file.stamp, .deskFileUnreadable(file.path, error))
        case .unwritable(let error): ledgerLog.failed(error, in: context.log)
        }
    }
}
