import Dispatch

/// A start that may take long: a large ledger that is migrated, or made anew from the journal. One that the service manager ends for that
/// would begin again from nothing, and be ended again.
package struct LongStart: Sendable {
    private let notifier: any Notifier
    private let interval: Duration
    private let longest: Duration

    /// Asks for more time at each interval, until the longest that a start may take: one that hangs is ended all the same.
    package init(_ notifier: any Notifier, interval: Duration = .seconds(60), longest: Duration = .seconds(6 * 60 * 60))
    {
        self.notifier = notifier
        self.interval = interval
        self.longest = longest
    }

    /// Does it. What it does may block its thread: another one asks.
    package func run<Value>(
        isolation: isolated (any Actor)? = #isolation, _ start: () async throws -> Value
    ) async rethrows -> Value {
        let (notifier, interval) = (notifier, interval)
        let end = ContinuousClock.now + longest
        let timer = DispatchSource.makeTimerSource()
        timer.setEventHandler {
            guard .now < end else { return }
            notifier.notify("EXTEND_TIMEOUT_USEC=\(Int64(interval * 3 / .microseconds(1)))\nSTATUS=正在打开台账，数据多时需要几分钟")
        }
        let nanoseconds = DispatchTimeInterval.nanoseconds(Int(interval / .nanoseconds(1)))
        timer.schedule(deadline: .now() + nanoseconds, repeating: nanoseconds)
        timer.activate()
        defer { timer.cancel() }
        return try await start()
    }
}
