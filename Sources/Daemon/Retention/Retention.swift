package import Foundation
package import Ledger
import Linux
import ReaderInterface
package import Settings
import SystemPackage

/// Removes what was kept longer than the settings ask for, and copies that no version names, beside a daemon if one runs.
package struct Retention: Sendable {
    /// What is removed, or would be.
    package struct Report: Sendable, Equatable {
        package var ledger = Pruning()
        /// Copies of superseded versions, and how many bytes they take on the disk.
        package var copies = 0
        package var copyBytes = 0
        /// Copies that no version names, as a kill between copy and record leaves them.
        package var strays = 0
        package var strayBytes = 0

        package var isEmpty: Bool { ledger.isEmpty && copies == 0 && strays == 0 }
    }

    private static let year: TimeInterval = 366 * 86_400
    /// A copy that was made since may be of a file that is being judged at this moment, and its version follows.
    private static let rest: TimeInterval = 86_400

    private let ledger: Ledger
    private let archive: Archive
    private let settings: RetentionSettings

    /// Works on the ledger and the archive of the settings. Throws `StartFailure`.
    package init(settings: Settings) throws {
        ledger = try Ledger.open(under: settings)
        do throws(Errno) {
            archive = try Archive(in: settings.state.path, limit: settings.limits.fileBytes)
        } catch {
            throw StartFailure.cannotCreate(settings.state.path, error)
        }
        self.settings = settings.retention
    }

    /// Tells what would be removed; `applies` removes it: first from the ledger, which records it, and then the copies. Whatever ends it in
    /// between, the next run does the rest.
    package func run(applies: Bool, at date: Date) async throws -> Report {
        let cutoffs = Pruning.Cutoffs(
            copies: date - Double(settings.copyYears) * Self.year,
            history: date - Double(settings.historyYears) * Self.year)
        var report = Report()
        // The copies are listed before the ledger is asked: one whose version is recorded in between is known then.
        let kept = try archive.copies().filter { $0.changed < date - Self.rest }
        report.ledger = try await ledger.prunable(before: cutoffs)
        let (known, superseded) = (try await ledger.contents(), Set(report.ledger.contents))
        let old = kept.filter { superseded.contains($0.content) }
        let strays = kept.filter { !known.contains($0.content) }
        report.ledger.contents = Set(old.map(\.content)).sorted()
        (report.copies, report.copyBytes) = (old.count, old.reduce(0) { $0 + $1.bytes })
        (report.strays, report.strayBytes) = (strays.count, strays.reduce(0) { $0 + $1.bytes })
        guard applies, !report.isEmpty else { return report }
        report.ledger = try await ledger.prune(before: cutoffs, copies: report.ledger.contents, at: date)
        for copy in old + strays { try archive.remove(copy) }
        return report
    }
}

extension Archive {
    /// A file of the archive.
    struct Copy: Sendable, Equatable {
        var path: FilePath
        /// What tells its bytes from others.
        var content: String
        /// What it takes on the disk.
        var bytes: Int
        var changed: Date
    }

    /// All copies there are, in no order.
    func copies() throws(Errno) -> [Copy] {
        var copies: [Copy] = []
        for name in try Directory(folder).names() where name.display.utf8.count == 2 {
            let place = folder.appending(name.display)
            let directory = try Directory(place)
            for name in try directory.names() where !name.display.hasPrefix(".") {
                let status = try directory.status(of: name)
                guard status.type == .regular else { continue }
                let content = name.display.hasSuffix(ArchiveDraft.suffix) ? name.display.dropLast(4) : name.display[...]
                copies.append(
                    Copy(
                        path: place.appending(name.display), content: String(content),
                        bytes: Int(status.blocksAllocated) * 512,
                        changed: Self.changed(status)))
            }
        }
        return copies
    }

    /// Removes a copy, unless the same bytes have come again meanwhile.
    func remove(_ copy: Copy) throws(Errno) {
        guard try Self.changed(copy.path.stat()) == copy.changed else { return }
        try Folders.remove(copy.path)
    }

    private static func changed(_ status: Stat) -> Date {
        Date(timeIntervalSince1970: Double(FileStamp(status).modified) / 1e9)
    }
}
