package import Ledger
package import Reports
package import Settings
import SystemPackage

extension Ledger {
    /// The ledger of the settings, for a command that writes beside the daemon.
    package static func open(under settings: Settings) throws(StartFailure) -> Ledger {
        do throws(Failure) {
            return try Ledger(in: settings.state.path, making: .never)
        } catch {
            throw .ledger(settings.state.path.appending(LedgerFile.name), error)
        }
    }
}

extension LedgerReader {
    /// Opens the ledger of the settings for reading.
    package init(settings: Settings, roster: Roster) throws(LedgerReaderFailure) {
        try self.init(state: settings.state.path, roster: roster, validFor: settings.status.validFor)
    }
}
