/// Why bytes can't be compressed or expanded.
package enum CompressionFailure: Error, Sendable, Hashable {
    /// They are no Zstandard frame, were changed since they were written, or do not expand to what was promised.
    case damaged
    /// The library has no memory.
    case noMemory
}
