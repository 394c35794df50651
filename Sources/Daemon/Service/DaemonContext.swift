package import Ledger
package import Logging

/// What every component of the daemon works with.
package struct DaemonContext: Sendable {
    package let ledger: Ledger
    package let status: DaemonStatus
    package let liveness: Liveness
    package let log: Logger

    package init(ledger: Ledger, status: DaemonStatus, liveness: Liveness, log: Logger) {
        self.ledger = ledger
        self.status = status
        self.liveness = liveness
        self.log = log
    }
}
