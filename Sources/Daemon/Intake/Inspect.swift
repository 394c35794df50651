package import Office

/// What turns the bytes of a report into its result: `Inspector.inspect`, or what stands for it.
package typealias Inspect = @Sendable (_ bytes: [UInt8], _ sha256: String, _ file: String) -> Result
