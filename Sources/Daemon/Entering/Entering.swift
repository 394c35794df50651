package import Foundation
import Glibc
import Ledger
import Linux
package import Office
import ReaderInterface
package import Reports
import Rules
package import Settings
import SystemPackage

/// Takes in the numbers of a report that a person has written down, by the way of a report: the bytes go into the archive, the worker reads
/// them, the rules judge, and the ledger has a version more.
package struct Entering: Sendable {
    /// What came of it.
    package enum Outcome: Sendable, Equatable {
        case recorded
        /// The current version is made of the same bytes.
        case known
    }

    /// The folder in which such a file lies as the ledger tells it: none of the inbox, whose folders are those of bureaus.
    private static let folder = FileName("人工录入")

    private let ledger: Ledger
    private let archive: Archive
    private let settings: Settings
    private let roster: Roster
    private let reader: Readers

    /// Works on the ledger and the archive of the settings, beside a daemon if one runs. Throws `StartFailure`.
    package init(settings: Settings, roster: Roster, reader: Readers = Readers.shared) throws(StartFailure) {
        ledger = try Ledger.open(under: settings)
        let state = settings.state.path
        do throws(Errno) {
            archive = try Archive(in: state, limit: settings.limits.fileBytes, draft: "entered-\(getpid())")
        } catch {
            throw .cannotCreate(state, error)
        }
        (self.settings, self.roster, self.reader) = (settings, roster, reader)
    }

    /// What a form says. Throws `EntryForm.Refusal`, and `WorkerFailure` where nothing can be read now.
    package func read(_ bytes: [UInt8]) async throws -> EntryForm.Reading {
        let answer = try await reader.cells(of: .memory(bytes), within: settings.limits)
        return try answer.entry()
    }

    /// Files a form as the report of a body for a year.
    package func enter(
        _ bytes: [UInt8], named name: String, as filing: Filing, year: Int, _ entry: HandEntry, at date: Date
    ) async throws -> Outcome {
        let content = try archive.keep(bytes)
        guard try await !ledger.isCurrent(content, of: filing) else { return .known }
        let owner = entry.who.uid
        let moment = Int(clamping: Int64(date.timeIntervalSince1970 * 1e9))
        let file = ObservedFile(
            path: InboxPath(folder: Self.folder, name: FileName(name)),
            stamp: FileStamp(device: 0, inode: 0, size: bytes.count, modified: moment, changed: moment), owner: owner)
        let arrival = Arrival(file: file, content: content, at: date)
        var submission = Submission(arrival, in: archive)
        submission.entered = Submission.Entered(agency: filing.agency, year: year)
        let checker = ReportChecker(settings, roster: roster, knowledge: ledger, reader: reader, grids: reader)
        let checked = try await checker.check(submission)
        // The service may not have read the roster yet.
        try await ledger.adoptNames(FiledNames(roster), at: date)
        try await ledger.record(arrival, checked, entry: entry)
        return .recorded
    }
}

extension GridAnswer {
    /// What a filled-in form says. Throws what is wrong with it.
    func entry() throws(EntryForm.Refusal) -> EntryForm.Reading {
        switch content {
        case .unreadable(let reason):
            let detail = reason.detail.isEmpty ? format.name : reason.detail
            throw EntryForm.Refusal(problems: ["文件读不出来（\(detail)）：请用 .xlsx 或 .csv 的人工录入表。"])
        case .grid(let grid):
            return try EntryForm.reading(of: grid.sheets.map { $0.rows.map { (number: $0.number, cells: $0.cells) } })
        }
    }
}
