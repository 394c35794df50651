import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Rings a wake when something may have changed in a folder, and knows which files are being written. Its events are hints: the folder
/// itself is the fact.
///
/// It watches nothing that reading a file would cause. That somebody goes on writing is no reason to look: that he has closed the file
/// is news enough. An overflow, a folder that is gone and a file system that was unmounted signal as well: the next look finds out.
package final class Hints: Sendable {
    /// A folder that is watched.
    package struct Watch: Sendable, Hashable {
        fileprivate let number: CInt
    }

    private static let mask =
        IN_CREATE | IN_ATTRIB | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF

    /// What the system has reported; one at a time reads from the queue.
    private final class Queue: Sendable {
        private let inotify: CInt
        private let wake: WakeSignal
        private let writers = Mutex(OpenWriters())
        private let count = Atomic(0)

        init(_ inotify: CInt, signalling wake: WakeSignal) {
            self.inotify = inotify
            self.wake = wake
        }

        /// How many times the system has reported events.
        var heard: Int { count.load(ordering: .relaxed) }

        /// Takes all events off the queue.
        func drain() {
            writers.withLock { drain(&$0) }
        }

        func names(in watch: Watch) -> Set<FileName> {
            writers.withLock { writers in
                drain(&writers)
                return writers.names(in: watch.number)
            }
        }

        private func drain(_ writers: inout OpenWriters) {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var isNews = false
            // Whoever writes without a pause must not hold up those who ask; what is left is read soon after.
            for _ in 0..<64 {
                let length = unsafe read(inotify, &buffer, buffer.count)
                guard length > 0 else { break }
                count.add(1, ordering: .relaxed)
                for event in OpenWriters.Event.all(in: buffer[..<length]) where writers.take(event) { isNews = true }
            }
            if isNews { wake.signal() }
        }
    }

    private let inotify: CInt
    private let queue: Queue
    // Dispatch sources may be used from any thread, which their type does not say on Linux.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    /// Throws where the system has no more room for watchers.
    package init(signalling wake: WakeSignal) throws(Errno) {
        let inotify = try syscall { inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC)) }
        let source = DispatchSource.makeReadSource(fileDescriptor: inotify)
        let queue = Queue(inotify, signalling: wake)
        source.setEventHandler { @Sendable in queue.drain() }
        source.setCancelHandler { @Sendable in close(inotify) }
        source.activate()
        self.inotify = inotify
        self.queue = queue
        unsafe self.source = source
    }

    deinit {
        unsafe source.cancel()
    }

    /// How many times the system has reported events so far.
    package var heard: Int { queue.heard }

    /// Watches a folder; one that is watched already stays so. To be called at each look, since a path can come to
    /// mean another folder.
    @discardableResult
    package func watch(_ directory: borrowing Directory) throws(Errno) -> Watch {
        let path = "/proc/self/fd/\(directory.descriptor.raw)"
        return Watch(number: try syscall { unsafe inotify_add_watch(inotify, path, UInt32(Self.mask)) })
    }

    /// The files of a folder that somebody has open and has written to since it is watched, as far as the system has reported at this
    /// moment.
    package func beingWritten(in watch: Watch) -> Set<FileName> { queue.names(in: watch) }
}
