package import Ledger
package import Linux
package import Logging

extension Intake {
    /// What the intake works with.
    package struct Parts: Sendable {
        package var inbox: Inbox
        package var archive: Archive
        package var ledger: Ledger
        package var daemonStatus: DaemonStatus
        package var liveness: Liveness
        package var wake: WakeSignal
        package var inspect: Inspect
        package var log: Logger
        /// The room that is left for what is taken in; `nil` where nobody is to mind it.
        package var space: StateSpace?

        package init(
            inbox: Inbox, archive: Archive, ledger: Ledger, daemonStatus: DaemonStatus, liveness: Liveness,
            wake: WakeSignal,
            inspect: @escaping Inspect, log: Logger, space: StateSpace? = nil
        ) {
            self.inbox = inbox
            self.archive = archive
            self.ledger = ledger
            self.daemonStatus = daemonStatus
            self.liveness = liveness
            self.wake = wake
            self.inspect = inspect
            self.log = log
            self.space = space
        }
    }
}
