import Dispatch
import Synchronization

/// Makes a call that may never return, in a thread of its own, and waits for it only so long.
///
/// A call that does not come back in time keeps its thread, and no other one is made until it does: whatever hangs, it
/// costs one thread, and whoever asked goes on.
package final class BoundedCall: Sendable {
    private let queue: DispatchQueue
    private let isOut = Mutex(false)

    /// The name is what a debugger shows.
    package init(_ name: String) {
        queue = DispatchQueue(label: "nianbao.\(name)")
    }

    /// Whether a call has not come back yet.
    package var isBusy: Bool { isOut.withLock(\.self) }

    /// The answer of a call; `nil` where it did not come in time, or where an earlier call is still out.
    package func run<Answer: Sendable>(within limit: Duration, _ call: @escaping @Sendable () -> Answer) -> Answer? {
        let isFree = isOut.withLock { isOut in
            defer { isOut = true }
            return !isOut
        }
        guard isFree else { return nil }
        let answer = Box<Answer>()
        let isBack = DispatchSemaphore(value: 0)
        queue.async { @Sendable in
            let value = call()
            answer.value.withLock { $0 = value }
            self.isOut.withLock { $0 = false }
            isBack.signal()
        }
        let (seconds, attoseconds) = limit.components
        let time = DispatchTime.now() + .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
        return isBack.wait(timeout: time) == .success ? answer.value.withLock(\.self) : nil
    }

    private final class Box<Answer: Sendable>: Sendable {
        let value = Mutex<Answer?>(nil)
    }
}
