import Dispatch

/// A thread's worth of execution for an actor whose calls block.
///
/// The concurrency pool has as many threads as the machine has cores: two calls that wait for a disk would stop
/// everything else. An actor that waits keeps one of these and gives its `unowned` as its `unownedExecutor`.
package final class BlockingExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// The name is what a debugger shows.
    package init(_ name: String) {
        queue = DispatchQueue(label: "nianbao.\(name)")
    }

    /// The executor for the actor that keeps it. It is safe since the actor does.
    @safe package var unowned: UnownedSerialExecutor { unsafe asUnownedSerialExecutor() }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { @Sendable in
            unsafe job.runSynchronously(on: self.asUnownedSerialExecutor())
        }
    }
}
