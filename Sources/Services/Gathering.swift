/// Lets work gather: who has worked a moment ago rests, so that what comes one by one is done together. Who has not works at once.
package struct Gathering: Sendable {
    private let pause: Duration
    private var end: ContinuousClock.Instant?

    package init(for pause: Duration) {
        self.pause = pause
    }

    /// How long to rest yet; `nil` where it is time to work.
    package func rest(at now: ContinuousClock.Instant) -> Duration? {
        end.flatMap { $0 > now ? now.duration(to: $0) : nil }
    }

    /// Something was done.
    package mutating func worked(at now: ContinuousClock.Instant) {
        end = now + pause
    }
}
