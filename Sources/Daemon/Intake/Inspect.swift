/// What turns the bytes of an arrival into what is recorded of them: `Examiner.examine`, or what stands for it.
package typealias Inspect = @Sendable (_ bytes: [UInt8], _ arrival: Arrival) async throws -> Inspection
