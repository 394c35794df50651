import Alerts
import Ledger
import Linux
import Office
import ServiceLifecycle
import Services

/// Reports that were judged before one which they may have been copied from, since what comes together is judged in any order, and those that
/// belong elsewhere by another roster.
extension Intake {
    /// Judges them again, once nothing else waits. What a kill leaves of them the next run takes up.
    func rejudge(at now: ClockReading) async {
        do {
            while !Task.isShuttingDownGracefully, !Task.isCancelled,
                let kept = try await context.ledger.nextToRejudge(at: now.date)
            {
                try await rejudge(kept, at: now)
                suspects[kept.arrival.content.key] = nil
                context.liveness.progress(.intake)
            }
        } catch WorkerFailure.unavailable(let wrong) {
            obstacles[.workerFailed] = .workerFailed(wrong)
        } catch {
            ledgerFailureLog.failed(error, in: context.log)
        }
    }

    /// A verdict that stands is not lost: it stays where the reader crashes or the copy is gone. A run that dies over it leaves it to the next.
    private func rejudge(_ kept: Ledger.ArchivedVersion, at now: ClockReading) async throws {
        let ledger = context.ledger
        let submission = Submission(kept, in: parts.archive)
        guard !submission.document.isLost else { return try await ledger.keepResult(of: kept) }
        _ = try await ledger.begin(kept.arrival)
        do {
            let checked = try await parts.check(submission, .judged)()
            guard Recheck.Change(kept, checked).isChange else {
                return try await ledger.keepResult(of: kept)
            }
            try await ledger.replace(kept, by: checked, at: now.date)
        } catch WorkerFailure.crashed {
            try await ledger.keepResult(of: kept)
        } catch {
            try await ledger.ended(kept.arrival.content)
            throw error
        }
    }
}
