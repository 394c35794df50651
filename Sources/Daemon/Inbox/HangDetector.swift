import Synchronization

/// Whether the inbox answers. It may lie on a share whose server is gone: a call then neither fails nor returns, and nothing
/// that this process does ends it. Whoever does not wait for the inbox can see here that somebody does.
package final class HangDetector: Sendable {
    /// A share that is slow has answered by then.
    package static let patience = Duration.seconds(45)

    private let asked = Mutex<ContinuousClock.Instant?>(nil)

    package init() {}

    /// Asks the inbox something. One caller at a time: the intake.
    package func call<Value: ~Copyable, Failure: Error>(_ step: () throws(Failure) -> Value) throws(Failure) -> Value {
        goesOn()
        defer { asked.withLock { $0 = nil } }
        return try step()
    }

    /// The call under way has had an answer, and asks on.
    package func goesOn(at now: ContinuousClock.Instant = .now) { asked.withLock { $0 = now } }

    /// Whether an answer is waited for.
    package var areOpen: Bool { asked.withLock { $0 != nil } }

    /// Whether an answer has been waited for too long.
    package func hang(at now: ContinuousClock.Instant) -> Bool {
        asked.withLock { $0.map { $0.duration(to: now) > Self.patience } ?? false }
    }
}
