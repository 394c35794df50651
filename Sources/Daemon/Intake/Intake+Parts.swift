package import Ledger
package import Settings

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
        package var context: DaemonContext
        package var check: Check
        /// The room that is left for what is taken in; `nil` where nobody is to mind it.
        package var space: StateSpace?
        /// How much is taken in of a bureau's folder within a day.
        package var quota: FolderQuota

        package init(
            inbox: Inbox, archive: Archive, context: DaemonContext,
            check: @escaping Check, space: StateSpace? = nil, quota: FolderQuota = FolderQuota()
        ) {
            self.inbox = inbox
            self.archive = archive
            self.context = context
            self.check = check
            self.space = space
            self.quota = quota
        }
    }
}
