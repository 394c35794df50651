package import Ledger
package import Linux
package import Logging

extension Intake {
    /// `ReportChecker.check`, or what stands for it.
    ///
    /// It runs where the intake does: judging takes its time, and must not hold a thread of the concurrency pool.
    package typealias Check =
        nonisolated(nonsending) @Sendable (_ submission: Submission, _ depth: ReportChecker.Depth) async throws
        -> CheckedReport

    /// What the intake works with.
    package struct Parts: Sendable {
        package var inbox: Inbox
        package var archive: Archive
        package var ledger: Ledger
        package var daemonStatus: DaemonStatus
        package var liveness: Liveness
        package var wake: WakeSignal
        package var check: Check
        package var log: Logger
        /// The room that is left for what is taken in; `nil` where nobody is to mind it.
        package var space: StateSpace?

        package init(
            inbox: Inbox, archive: Archive, ledger: Ledger, daemonStatus: DaemonStatus, liveness: Liveness,
            wake: WakeSignal, check: @escaping Check, log: Logger, space: StateSpace? = nil
        ) {
            self.inbox = inbox
            self.archive = archive
            self.ledger = ledger
            self.daemonStatus = daemonStatus
            self.liveness = liveness
            self.wake = wake
            self.check = check
            self.log = log
            self.space = space
        }
    }
}
