package import Ledger

/// What turns an arrival into what is recorded of it: `Examiner.examine`, or what stands for it.
///
/// It runs where the intake does: judging takes its time, and must not hold a thread of the concurrency pool.
package typealias Inspect =
    nonisolated(nonsending) @Sendable (_ document: DocumentBytes, _ arrival: Arrival) async throws -> Inspection
