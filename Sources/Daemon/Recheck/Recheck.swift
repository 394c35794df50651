package import Foundation
import Ledger
import Linux
package import Office
import ReaderInterface
package import Reports
package import Settings
import SystemPackage

/// Judges archived reports once more, by the rulebook, the settings and the roster of today.
package struct Recheck: Sendable {
    /// A report with what was found in it then, and what is found now.
    package struct Change: Sendable, Equatable {
        package var version: ReportVersion
        package var now: ReportResult
        /// Whether it is filed elsewhere by now.
        package var isFiledAnew = false

        init(_ kept: Ledger.ArchivedVersion, _ checked: CheckedReport) {
            (version, now, isFiledAnew) = (kept.version, checked.result, kept.isFiledAnew(by: checked))
        }

        /// Whether anything but the edition of the rulebook is another.
        package var isChange: Bool {
            if isFiledAnew { return true }
            var then = version.result
            then.rulebook = now.rulebook
            return then != now
        }
    }

    private let ledger: Ledger
    private let archive: Archive
    private let checker: ReportChecker
    private let names: FiledNames

    /// Works on the ledger and the archive of the settings, beside a daemon if one runs. Throws `StartFailure`.
    package init(settings: Settings, roster: Roster, reader: any DocumentReader = Readers.shared) throws {
        let state = settings.state.path
        do throws(Ledger.Failure) {
            ledger = try Ledger(in: state, making: .never)
        } catch {
            throw StartFailure.ledger(state.appending(LedgerFile.name), error)
        }
        do throws(Errno) {
            archive = try Archive(in: state, limit: settings.limits.fileBytes)
        } catch {
            throw StartFailure.cannotCreate(state, error)
        }
        checker = ReportChecker(settings, roster: roster, knowledge: ledger, reader: reader)
        names = FiledNames(roster)
    }

    /// Judges the current versions of some bodies under whichever of their names, or of all, for a year or for all. What has changed is recorded
    /// where `records` says so. A version whose copy is gone or damaged is handed to `onLost` and left as it is. Throws `WorkerFailure` where the worker can't work.
    package func run(
        agencies: [String] = [], year: String? = nil, records: Bool, at date: Date,
        onLost: (ReportVersion) -> Void = { _ in }
    ) async throws -> [Change] {
        var changes: [Change] = []
        let current = try await ledger.archivedVersions(of: agencies, names: names)
        for kept in current where year.map({ $0 == kept.version.year }) ?? true {
            let submission = Submission(kept, in: archive)
            let checked: CheckedReport
            do {
                checked = try await checker.checkTwice(submission)
            } catch let failure as WorkerFailure {
                guard submission.document.isLost else { throw failure }
                onLost(kept.version)
                continue
            }
            let change = Change(kept, checked)
            changes.append(change)
            if records, change.isChange { try await ledger.replace(kept, by: checked, at: date) }
        }
        return changes
    }
}
