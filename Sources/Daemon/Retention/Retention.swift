package import Foundation
package import Ledger
import Linux
import Reports
package import Settings
import SystemPackage

/// Removes what was kept longer than the settings ask for, copies that no version names, and ledgers that were set aside, beside a daemon
/// if one runs.
package struct Retention: Sendable {
    /// What is removed, or would be.
    package struct Report: Sendable, Equatable {
        package var ledger = Pruning()
        /// Copies of superseded versions, and how many bytes they take on the disk.
        package var copies = 0
        package var copyBytes = 0
        /// Copies that no version names.
        package var strays = 0
        package var strayBytes = 0
        /// What the ledgers take on the disk that were set aside.
        package var ledgerBytes = 0

        package var isEmpty: Bool { ledger.isEmpty }
    }

    private static let year: TimeInterval = 366 * 86_400
    /// A copy that was made since may be of a file that is being judged at this moment, and its version follows.
    private static let rest: TimeInterval = 86_400

    private let settings: Settings

    /// Works on the ledger and the archive of the settings.
    package init(settings: Settings) {
        self.settings = settings
    }

    /// Tells what would be removed; `applies` removes it: first from the ledger, which records it, and then the copies. Whatever ends it in
    /// between, the next run does the rest. To tell it only reads. Throws `LedgerReaderFailure` where there is no ledger that can be read,
    /// `StartFailure` where it can't be written, `Errno` of the archive.
    package func run(applies: Bool, at date: Date) async throws -> Report {
        let cutoffs = Pruning.Cutoffs(
            copies: date - Double(settings.retention.copyYears) * Self.year,
            history: date - Double(settings.retention.historyYears) * Self.year)
        let ledger = try LedgerReader(settings: settings, roster: Roster())
        var report = Report()
        // The copies are listed before the ledger is asked: one whose version is recorded in between is known then.
        let kept = try ArchiveCopy.all(in: settings.state.path).filter { $0.changed < date - Self.rest }
        report.ledger = try await ledger.prunable(before: cutoffs)
        let (known, superseded) = (try await ledger.contents(), Set(report.ledger.contents))
        let old = kept.filter { superseded.contains($0.content) }
        let strays = kept.filter { !known.contains($0.content) }
        report.ledger.contents = Set(old.map(\.content)).sorted()
        report.ledger.strays = Set(strays.map(\.content)).sorted()
        (report.copies, report.copyBytes) = (old.count, old.reduce(0) { $0 + $1.bytes })
        (report.strays, report.strayBytes) = (strays.count, strays.reduce(0) { $0 + $1.bytes })
        let ledgers = try LedgerSetAside.all(in: settings.state.path).filter { $0.changed < cutoffs.history }
        report.ledger.ledgers = ledgers.map(\.name).sorted()
        report.ledgerBytes = ledgers.reduce(0) { $0 + $1.bytes }
        guard applies, !report.isEmpty else { return report }
        report.ledger = try await Ledger.open(under: settings)
            .prune(before: cutoffs, copies: report.ledger, at: date)
        for copy in old + strays { try copy.remove() }
        for ledger in ledgers { try ledger.remove() }
        return report
    }
}
