import Dispatch

/// Says “look again”. Rings that come while nobody listens are one ring; who hears it finds out what there is.
///
/// A loop that serves a wake need not care why it was rung: an event, a timer and a start are the same to it.
package final class WakeSignal: Sendable {
    /// The pending signals, coalesced. Only one loop may iterate it.
    package let signals: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    // Dispatch sources may be used from any thread, which their type does not say on Linux.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    package init() {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.signals = signals
        self.continuation = continuation
        let timer = DispatchSource.makeTimerSource()
        timer.setEventHandler { @Sendable in continuation.yield() }
        timer.activate()
        unsafe self.timer = timer
    }

    deinit {
        unsafe timer.cancel()
        continuation.finish()
    }

    /// Wakes the loop now.
    package func signal() {
        continuation.yield()
    }

    /// Wakes the loop once after `delay` of monotonic time; replaces a delay set before.
    package func signal(after delay: Duration) {
        let (seconds, attoseconds) = delay.components
        let nanoseconds = Int(clamping: seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        unsafe timer.schedule(deadline: .now() + .nanoseconds(max(0, nanoseconds)))
    }
}
