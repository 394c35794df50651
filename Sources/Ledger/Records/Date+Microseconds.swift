package import Foundation

extension Date {
    /// Microseconds since 1970, as the journal counts; 0 for what was before.
    package var microseconds: UInt64 { UInt64(max(0, timeIntervalSince1970 * 1_000_000)) }
}
