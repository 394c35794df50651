import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Logging
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage

/// A scratch inbox with the daemon's real parts around it: real files, real ledger, and time as the test says.
///
/// Instead of the engine it has one that reads a report's result off the file: `returned 财政局 2024`.
final class Bureau {
    let scratch: ScratchFolder
    let daemonStatus = DaemonStatus()
    let liveness = Liveness(allowances: [:])
    let ledger: Ledger
    let archive: Archive
    let inbox: Inbox
    private(set) var intake: Intake
    private var engine = Engine.reading(by: Engine.check)
    private(set) var now = ClockReading(uptime: .now, date: Bureau.began)

    private static let began = Date(timeIntervalSince1970: 1_736_300_000)

    private static let settle = Duration.seconds(2)
    static let patience = Duration.seconds(1800)

    private let quota: FolderQuota
    private let readers: Int

    /// The system tells it of changes where `isWatched`; files that end in `cutOff` count as ones that end too early.
    init(
        scratch: ScratchFolder? = nil, limit: Int = 1_000_000, quota: FolderQuota = FolderQuota(),
        isWatched: Bool = false, cutOff: String? = nil, readers: Int = 1
    ) async throws {
        (self.quota, self.readers) = (quota, readers)
        let scratch = try scratch ?? ScratchFolder()
        self.scratch = scratch
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        ledger = try Ledger(in: FilePath(scratch.path("state"))) { [daemonStatus] figures, _ in
            daemonStatus.show(figures)
        }
        archive = try Archive(in: FilePath(scratch.path("state")), limit: limit)
        inbox = Inbox(
            path: FilePath(scratch.path("inbox")), hints: isWatched ? try Hints(signalling: WakeSignal()) : nil)
        if let cutOff { engine = Engine.reading(by: Engine.check(cutOff: cutOff)) }
        let context = DaemonContext(ledger: ledger, status: daemonStatus, liveness: liveness, log: .silent)
        intake = try await Self.makeIntake(inbox, archive, context, engine, quota, readers, at: now.date)
    }

    private static func makeIntake(
        _ inbox: Inbox, _ archive: Archive, _ context: DaemonContext, _ check: @escaping Intake.Check,
        _ quota: FolderQuota, _ readers: Int, at date: Date
    ) async throws -> Intake {
        try await Intake(
            Intake.Parts(
                inbox: inbox, archive: archive, context: context, check: check, readers: readers, quota: quota),
            // One look is enough for all, however slow the machine.
            pace: Intake.Pace(
                settle: settle, patience: patience, scanInterval: .seconds(30), stretch: .seconds(3600)), at: date)
    }

    /// Ends the intake, which forgets all it has in memory, and begins another.
    func restart() async throws {
        intake = try await Self.makeIntake(inbox, archive, context, engine, quota, readers, at: now.date)
    }

    /// Has files checked by another engine from now on.
    func check(by engine: @escaping Engine.Check) async throws {
        try await read(by: Engine.reading(by: engine))
    }

    /// The same, by one that reads and judges apart.
    func read(by engine: @escaping Intake.Check) async throws {
        self.engine = engine
        try await restart()
    }

    /// Puts a file into the inbox.
    func drop(_ text: String, as name: String) throws {
        try scratch.write(text, to: "inbox/\(name)")
    }

    /// Opens a file of the inbox to write it from its start.
    ///
    /// Programs that other tests start meanwhile do not get it: whoever has it open is a writer.
    func open(_ name: String) throws -> FileDescriptor {
        try FileDescriptor.open(
            FilePath(scratch.path("inbox/\(name)")), .writeOnly, options: [.create, .truncate, .closeOnExec],
            permissions: [.ownerReadWrite])
    }

    /// The files of the inbox as they are.
    func stamps() -> [InboxPath: FileStamp] {
        Dictionary(uniqueKeysWithValues: inbox.look().files.map { ($0.path, $0.stamp) })
    }

    /// Gives a file of the inbox another time.
    func date(_ name: String, _ date: Date) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: date], ofItemAtPath: scratch.path("inbox/\(name)"))
    }

    /// Gives a file of the inbox another name.
    func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/\(name)"), toPath: scratch.path("inbox/\(other)"))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: scratch.path("inbox/\(name)"))
    }

    /// Has it be the moment at which a file of the inbox has changed last.
    func turnClock(toChangeOf name: String, in folder: String = "inbox") throws {
        let changed = FileStamp(try FilePath(scratch.path("\(folder)/\(name)")).stat()).changed
        now.date = Date(timeIntervalSince1970: Double(changed) / 1e9)
    }

    /// Lets time pass.
    func wait(_ duration: Duration) {
        now.uptime += duration
        now.date += duration / .seconds(1)
    }

    /// Looks into the inbox once.
    func look() async {
        await intake.take(inbox.look(), at: now)
    }

    /// Looks, lets what is there settle, and looks again.
    func work() async {
        await look()
        wait(Self.settle)
        await look()
    }

    var context: DaemonContext {
        DaemonContext(ledger: ledger, status: daemonStatus, liveness: liveness, log: .silent)
    }

    /// A publisher into the status folder.
    func publisher(roster: Roster = Roster()) -> Publisher {
        Publisher(
            folder: FilePath(scratch.path("status")), Publisher.Plan(roster: roster, validFor: .seconds(600)), context)
    }

    /// What the journal is to be told, without the findings.
    func messages(of events: Event...) async throws -> [String] {
        try await records().filter { events.contains($0.entry.event) }.map(\.entry.message)
    }

    func records() async throws -> [Record] { try await ledger.records(without: .sent, limit: 1000) }

    func overview() async throws -> Overview {
        try ledger.overview(at: now.date, validFor: .seconds(600), receiving: daemonStatus.receiving)
    }

    /// The current reports with what was found in them.
    func versions() async throws -> [ReportVersion] {
        let desk = try desk()
        var versions: [ReportVersion] = []
        for report in try await overview().reports {
            try await desk.version(of: report.agency, year: report.year).map { versions.append($0) }
        }
        return versions
    }

    /// The desk beside the ledger.
    func desk(roster: Roster = Roster()) throws -> LedgerReader {
        try LedgerReader(settings: settings, roster: roster)
    }

    /// Settings with the state folder.
    var settings: Settings {
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        return settings
    }

    /// The current reports, `财政局 2024 v1 returned`.
    func reports() async throws -> [String] {
        try await overview().reports.map {
            "\($0.agency) \($0.year) v\($0.version) \($0.verdict.rawValue)"
        }.sorted()
    }

    /// The kinds of alerts that are firing.
    func alerts() async throws -> [String] { try await overview().alerts.map(\.kind) }
}

/// The engine of the tests.
enum Engine {
    /// `ReportChecker.check`, or what stands for it.
    typealias Check =
        nonisolated(nonsending) @Sendable (_ submission: Submission, _ depth: ReportChecker.Depth) async throws
        -> CheckedReport

    /// Does all where a report is only read otherwise.
    static func reading(by check: @escaping Check) -> Intake.Check {
        { submission, depth in
            let checked = try await check(submission, depth)
            return { checked }
        }
    }

    static let check: Check = { submission, depth in
        let bytes = try submission.document.open().read(limit: 1_000_000)
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        let verdict = depth == .judged ? words.first.flatMap(Verdict.init) ?? .unreadable : .failed
        var result = ReportResult(
            file: submission.file, sha256: submission.sha256, bytes: bytes.count, format: "txt",
            verdict: verdict)
        if words.count > 2 { (result.agency, result.year) = (words[1], Int(words[2])) }
        let finding = Finding(
            rule: "table3-balance", severity: .error, at: .file, message: "六栏之和与总计不符", fix: "", source: "")
        let count = words.count > 3 ? Int(words[3]) ?? 1 : 1
        if verdict == .returned { result.findings = Array(repeating: ResultFinding(finding), count: count) }
        return CheckedReport(result: result)
    }
}

extension Engine {
    /// The same one, for which every file says by its end that it is whole.
    static let checkEnds: Check = { submission, depth in
        var checked = try await check(submission, depth)
        checked.hasEnd = true
        return checked
    }

    /// The same one, for which a report of “某局” names no body.
    static let checkNameless: Check = { submission, depth in
        var checked = try await check(submission, depth)
        if checked.result.agency == "某局" { checked.result.agency = nil }
        return checked
    }

    /// The same one, for which files that end in some words end too early.
    static func check(cutOff words: String) -> Check {
        { submission, depth in
            let bytes = try submission.document.open().read(limit: 1_000_000)
            var checked = try await check(submission, depth)
            checked.isCutOff = String(decoding: bytes, as: UTF8.self).hasSuffix(words)
            return checked
        }
    }
}

extension Logger {
    /// Says nothing.
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
