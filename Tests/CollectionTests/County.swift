import Alerts
import Daemon
import Fixtures
import Foundation
import Linux
import Logging
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

@testable import Collection
@testable import Ledger

/// An office with a ledger of its own, whose records go into the journals of a province.
final class County {
    let name: String
    let ledger: Ledger
    private let folder: String
    private let scratch: ScratchFolder
    private var count = 0
    private(set) var now: Date

    init(_ name: String, in scratch: ScratchFolder, as folder: String? = nil, at date: Date) async throws {
        self.name = name
        self.scratch = scratch
        now = date
        self.folder = folder ?? "county-\(name)"
        let state = try scratch.makeFolder(self.folder)
        ledger = try Ledger(in: FilePath(state))
        try await ledger.name(office: name)
        try await ledger.append([.started], at: now)
    }

    /// The same office with a ledger that was put back as it was.
    init(restoring copy: String, of county: County) async throws {
        (name, scratch, now, count) = (county.name, county.scratch, county.now, county.count)
        folder = copy
        ledger = try Ledger(in: FilePath(scratch.path(copy)))
    }

    /// A copy of its state as it is.
    func backup(as copy: String) async throws -> String {
        try await ledger.checkpoint()
        try FileManager.default.copyItem(atPath: scratch.path(folder), toPath: scratch.path(copy))
        return copy
    }

    func expect(_ names: [String], at date: Date? = nil) async throws {
        let roster = Roster(names.map { Agency(name: $0, sumsUp: $0.hasSuffix("政府")) })
        try await ledger.note(roster, at: date ?? now)
    }

    /// A report comes and is judged. One in the place of another one takes its place.
    func judge(_ agency: String, _ verdict: Verdict = .accepted, year: Int? = 2024, in place: String? = nil)
        async throws
    {
        count += 1
        now += 1
        let digest = SHA256.digits(of: Array("\(name) \(agency) \(count)".utf8))
        var result = ReportResult(file: "\(agency).txt", sha256: digest, bytes: 9, format: "txt", verdict: verdict)
        (result.agency, result.year) = (agency, year)
        let file = ObservedFile(
            path: InboxPath(name: FileName(place ?? "\(agency)\(count).txt")),
            stamp: FileStamp(device: 1, inode: UInt64(count), size: 9, modified: 3, changed: 4))
        try await ledger.record(
            Arrival(file: file, content: Content(sha256: digest, size: 9), at: now), CheckedReport(result: result))
    }

    /// The entry of a record that somebody has written who may: it follows in the chain, and says what it likes.
    func forge(after record: Record, _ fields: [String: String]) throws -> JournalFiles.Entry {
        let entry = Entry(.judged, .info, "合格", fields: fields)
        let bare = StoredRecord(
            number: record.number + 1, event: entry.event.rawValue, priority: entry.priority.rawValue,
            message: entry.message, fields: try JSON.line(fields), at: record.at)
        return Record(
            number: bare.number, ledger: record.ledger, entry: entry, at: record.at,
            chain: RecordChain.link(after: record.chain, bare), seal: "", isReplayed: false
        ).journalFields
    }

    func records() async throws -> [Record] {
        try await ledger.records(without: .confirmed, limit: .max)
    }
}

/// Many offices' journals, and the service that collects them.
struct Province {
    static let service: JournalFiles.Entry = [
        (name: "_UID", value: "997"), (name: "_SYSTEMD_UNIT", value: "nianbao.service"),
    ]

    let scratch: ScratchFolder
    /// A day after the last one for the reports on 2024.
    static let now = Date(timeIntervalSince1970: 1_739_200_000)

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["journals", "state", "site"] { try scratch.makeFolder(folder) }
    }

    /// Records come from a sender.
    func send(
        _ records: some Sequence<Record>, from sender: String, by writer: JournalFiles.Entry = service,
        at date: Date = now,
        boot: String = JournalFiles.firstBoot
    ) throws {
        try JournalFiles.append(
            records.map { $0.journalFields + writer }, to: scratch.path("journals/remote-\(sender).journal"),
            in: scratch, at: date, boot: boot)
    }

    /// Somebody writes a record that goes on with an office's ledger and says that it is of another one.
    func forge(in county: County, as office: String, from sender: String) async throws {
        let last = try #require(try await county.records().last)
        let forged = try county.forge(after: last, last.entry.fields.merging(["OFFICE": office]) { $1 })
        try JournalFiles.append(
            [forged + Self.service], to: scratch.path("journals/remote-\(sender).journal"), in: scratch, at: Self.now)
    }

    func settings(_ change: (inout Settings) -> Void = { _ in }) -> Settings {
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        settings.status.path = FilePath(scratch.path("site"))
        settings.collect.journals = FilePath(scratch.path("journals"))
        settings.collect.patience = .zero
        change(&settings)
        return settings
    }

    /// Has the service work until nothing is left to do, as a new process would, and gives its ledger.
    @discardableResult
    func collect(
        _ offices: [OfficeRoster.Office] = [], at date: Date = now, _ change: (inout Settings) -> Void = { _ in }
    ) async throws -> Ledger {
        let settings = settings(change)
        let ledger = try Ledger(in: settings.state.path)
        let context = DaemonContext(
            ledger: ledger, status: DaemonStatus(), liveness: Liveness(allowances: [:]), log: .silent)
        let collector = try Collector(
            Configuration(settings: settings, offices: OfficeRoster(offices)), context,
            CollectorStatus(context.status), untilIdle: true,
            clock: { ClockReading(uptime: .now, date: date) })
        while await collector.round() != nil {}
        return ledger
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

extension Ledger {
    /// The reports of an office as `财政局 2024 accepted`, in the order of its roster.
    nonisolated func bodies(of office: String) throws -> [String] {
        var bodies: [String] = []
        try officeBodies(of: office, at: Province.now) { body in
            let state = if case .judged(let verdict) = body.state { verdict.rawValue } else { body.state.rawValue }
            bodies.append("\(body.agency) \(body.year) \(state)")
        }
        return bodies
    }

    /// What is wrong, as `office gap`.
    nonisolated func wrong() throws -> [String] { try troubles().map { "\($0.about) \($0.kind.rawValue)" } }
}
