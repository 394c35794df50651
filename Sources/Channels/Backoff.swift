package import Foundation

/// How long to wait before the next attempt.
package enum Backoff {
    /// No pause is longer.
    package static let longest: TimeInterval = 3600
    private static let first: TimeInterval = 15

    /// The pause after so many attempts that failed.
    package static func pause(after attempts: Int) -> TimeInterval {
        min(first * Double(1 << min(max(attempts - 1, 0), 12)), longest)
    }
}
