/// What turns the bytes of an arrival into what is recorded of them: `Examiner.examine`, or what stands for it.
///
/// It runs where the intake does: hard work on untrusted bytes must not hold a thread of the concurrency pool.
package typealias Inspect =
    nonisolated(nonsending) @Sendable (_ bytes: [UInt8], _ arrival: Arrival) async throws -> Inspection
