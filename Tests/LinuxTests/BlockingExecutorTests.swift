import Dispatch
import Linux
import Testing

@Suite struct BlockingExecutorTests {
    private actor Blocker {
        private let executor = BlockingExecutor("test")
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

        /// Blocks its thread until somebody signals.
        func wait(for semaphore: DispatchSemaphore) {
            semaphore.wait()
        }
    }

    @Test func `calls that block leave everything else running`() async {
        let semaphore = DispatchSemaphore(value: 0)
        let blockers = (0..<16).map { _ in Blocker() }
        await withTaskGroup { group in
            for blocker in blockers {
                group.addTask { await blocker.wait(for: semaphore) }
            }
            // Were the pool blocked, this would never run.
            group.addTask { for _ in blockers { semaphore.signal() } }
        }
    }
}
