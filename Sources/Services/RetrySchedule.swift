/// When a destination that fails is tried again: after pauses that double, until it works.
///
/// It counts for the destination as a whole, so that one that takes nothing costs one attempt a pause, however much waits for it.
package struct RetrySchedule: Sendable {
    private let first: Duration
    private let longest: Duration
    private var failures = 0
    /// The next attempt; `nil` where nothing keeps it from being made at once.
    package private(set) var due: ContinuousClock.Instant?

    /// The pause after the first failure, and the longest one.
    package init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }

    /// Whether it may be tried at a moment.
    package func allows(at now: ContinuousClock.Instant) -> Bool { due.map { $0 <= now } ?? true }

    /// It failed. It wants to be left alone for `pause` at least, where it says so.
    package mutating func failed(at now: ContinuousClock.Instant, pause wanted: Duration = .zero) {
        due = now + min(max(first * (1 << min(failures, 20)), wanted), longest)
        failures += 1
    }

    /// It worked.
    package mutating func succeeded() {
        (failures, due) = (0, nil)
    }
}
