package import Linux
package import ServiceLifecycle

/// A service that works in rounds: at its start, whenever it is signalled, and when its time has come.
///
/// Signals that come during a round are one more round. When it is told to end it finishes the round under way, then `finish`.
package protocol PeriodicService: Service, Actor {
    /// What wakes it.
    nonisolated var wake: WakeSignal { get }

    /// Works once. Returns after how long to work again where no signal comes before; `nil` where the work is done for good.
    func round() async -> Duration?

    /// Does what must not be left undone when the service is told to end.
    func finish() async
}

extension PeriodicService {
    package func run() async {
        wake.signal()
        for await _ in wake.signals.cancelOnGracefulShutdown() {
            guard let pause = await round() else { return }
            wake.signal(after: pause)
        }
        await finish()
    }

    package func finish() async {}
}
