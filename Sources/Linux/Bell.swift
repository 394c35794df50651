import Dispatch

/// Says “look again”. Rings that come while nobody listens are one ring; who hears it finds out what there is.
///
/// A loop that serves a bell need not care why it was rung: an event, a timer and a start are the same to it.
package final class Bell: Sendable {
    /// The rings. Only one loop may listen.
    package let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    // Dispatch sources may be used from any thread, which their type does not say on Linux.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    package init() {
        let (rings, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.rings = rings
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

    /// Rings now.
    package func ring() {
        continuation.yield()
    }

    /// Rings once after a while, of a clock that nobody sets; a time set before is forgotten.
    package func ring(after delay: Duration) {
        let (seconds, attoseconds) = delay.components
        let nanoseconds = Int(clamping: seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        unsafe timer.schedule(deadline: .now() + .nanoseconds(max(0, nanoseconds)))
    }
}
