package import Foundation
package import Services

/// Notices when the wall clock does not go on as a clock does that nobody sets.
///
/// A wrong clock makes sixty bureaus overdue at once. So after a jump nothing is said about dates until the two have agreed twice.
package struct ClockGuard: Sendable {
    /// Clocks that are kept right by small steps differ by less.
    private static let tolerance = 60.0
    private static let needed = 2

    private var last: ClockReading?
    private var agreed = Self.needed
    /// By how many seconds the wall clock has jumped; `nil` where it is trusted.
    package var jump: Int? { agreed < Self.needed ? seconds : nil }
    private var seconds = 0

    package init() {}

    /// Begins where an earlier run was in doubt, or has seen later times than it is now.
    package init(isInDoubt: Bool, latest: Date?, now: ClockReading) {
        last = now
        let back = latest.map { now.date.timeIntervalSince($0) } ?? 0
        guard isInDoubt || back < -Self.tolerance else { return }
        agreed = 0
        seconds = Int(min(back, 0))
    }

    /// Compares the two clocks once more.
    package mutating func observe(_ now: ClockReading) {
        defer { last = now }
        guard let last else { return }
        let jump = now.date.timeIntervalSince(last.date) - (now.uptime - last.uptime) / .seconds(1)
        if abs(jump) > Self.tolerance {
            seconds = Int(jump)
            agreed = 0
        } else {
            agreed = min(agreed + 1, Self.needed)
        }
    }
}
