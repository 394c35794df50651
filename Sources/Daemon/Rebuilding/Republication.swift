import Foundation
import Ledger
import Linux
package import Logging
package import Reports
import Services
package import Settings
import SystemPackage

/// Writes every status file once more from the ledger.
package struct Republication: Sendable {
    private let settings: Settings
    private let roster: Roster
    private let log: Logger

    package init(settings: Settings, roster: Roster, log: Logger) {
        self.settings = settings
        self.roster = roster
        self.log = log
    }

    /// Asks for all files, and writes them where no daemon does; false where a daemon is to write them.
    package func run() async throws -> Bool {
        let ledger = try open()
        try await ledger.enqueueEverything()
        guard let lock = try lockUnlessInUse() else { return false }
        defer { withExtendedLifetime(lock) {} }
        guard try await publish() else { throw StartFailure.unpublished(settings.status.path) }
        return true
    }

    /// Writes what is pending in the ledger; false where something could not be written.
    func publish() async throws -> Bool {
        let ledger = try open()
        let context = DaemonContext(
            ledger: ledger, status: DaemonStatus(), liveness: Liveness(allowances: [:]), log: log)
        let publisher = Publisher(
            folder: settings.status.path, Publisher.Plan(Configuration(settings: settings, roster: roster)), context)
        await publisher.publish(at: .now)
        // That something could be written again is news that the pages about all reports show.
        if try await ledger.isPublished() { return true }
        await publisher.publish(at: .now)
        return try await ledger.isPublished()
    }

    private func lockUnlessInUse() throws(StartFailure) -> FileLock? {
        do throws(StartFailure) {
            return try settings.state.lock()
        } catch {
            if case .inUse = error { return nil }
            throw error
        }
    }

    private func open() throws(StartFailure) -> Ledger {
        do throws(Ledger.Failure) {
            return try Ledger(in: settings.state.path, making: .never)
        } catch {
            throw .ledger(settings.state.path.appending(LedgerFile.name), error)
        }
    }
}
