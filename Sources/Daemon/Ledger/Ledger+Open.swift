import Linux
import SystemPackage

extension Ledger {
    /// The ledger of the settings, for a command beside the daemon.
    package static func open(under settings: Settings) throws(StartFailure) -> Ledger {
        do throws(Failure) {
            return try Ledger(in: settings.state.path, daemonStatus: DaemonStatus(), liveness: Liveness(allowances: [:]))
        } catch {
            throw .ledger(settings.state.path.appending("ledger.sqlite"), error)
        }
    }
}
