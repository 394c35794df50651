package import Ledger
package import Settings

extension Intake {
    /// Judges a report that has been read, as `ReportChecker.judge` does: when its turn has come, since it is compared with those before.
    ///
    /// It runs where the intake does: judging takes its time, and must not hold a thread of the concurrency pool.
    package typealias Judge = nonisolated(nonsending) @Sendable () async throws -> CheckedReport
    /// Reads a report, as `ReportChecker.read` does, beside others.
    package typealias Check =
        nonisolated(nonsending) @Sendable (_ submission: Submission, _ depth: ReportChecker.Depth) async throws -> Judge
    /// The same of a report that is at hand.
    typealias Work = nonisolated(nonsending) @Sendable () async throws -> Judge

    /// What the intake works with.
    package struct Parts: Sendable {
        package var inbox: Inbox
        package var archive: Archive
        package var context: DaemonContext
        package var check: Check
        /// How many files are read at a time.
        package var readers: Int
        /// The room that is left for what is taken in; `nil` where nobody is to mind it.
        package var space: StateSpace?
        /// How much is taken in of a bureau's folder within a day.
        package var quota: FolderQuota

        package init(
            inbox: Inbox, archive: Archive, context: DaemonContext,
            check: @escaping Check, readers: Int = 1, space: StateSpace? = nil, quota: FolderQuota = FolderQuota()
        ) {
            self.inbox = inbox
            self.archive = archive
            self.context = context
            self.check = check
            self.readers = readers
            self.space = space
            self.quota = quota
        }
    }
}
