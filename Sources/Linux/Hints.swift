import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Rings a wake when something may have changed in a folder, and knows which files are being written. Its events are hints: the folder
/// itself is the fact.
///
/// That somebody reads a file or goes on writing to it is no reason to look: that he has closed it is news enough. An overflow, a folder that is gone and a file system that was unmounted signal as well: the next look finds out.
package final class Hints: Sendable {
    /// A folder that is watched.
    package struct Watch: Sendable, Hashable {
        fileprivate let number: CInt
        /// Nobody has told of the folder before: who had a file open then is not known.
        package let isNew: Bool
    }

    /// What is known of the files of a folder at a moment.
    package struct Writers: Sendable {
        /// Somebody has them open and has written to them since the folder is watched.
        package var written: Set<FileName>
        /// They were written to and closed, and somebody has them open still: who writes or who reads.
        package var held: Set<FileName>
        /// They were written and closed, or replaced, since this was asked last: who had them open before the folder was watched writes to
        /// them no more.
        package var closed: Set<FileName>
    }

    /// Of a file that has lost its name, and whose name is another's perhaps, nothing is reported.
    private static let mask =
        UInt32(
            IN_CREATE | IN_ATTRIB | IN_OPEN | IN_MODIFY | IN_CLOSE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
                | IN_DELETE_SELF
                | IN_MOVE_SELF) | UInt32(IN_EXCL_UNLINK)

    /// That somebody has closed a file that he could write to, and no more.
    private static let endOfWriting = UInt32(IN_CLOSE_WRITE)

    /// What the system has reported; one at a time reads from the queue.
    private final class Queue: Sendable {
        private let inotify: CInt
        private let mask: UInt32
        private let wake: WakeSignal
        private let writers: Mutex<OpenWriters>
        private let count = Atomic(0)

        init(_ inotify: CInt, _ mask: UInt32, hearsWriting: Bool, signalling wake: WakeSignal) {
            (self.inotify, self.mask) = (inotify, mask)
            writers = Mutex(OpenWriters(hearsWriting: hearsWriting))
            self.wake = wake
        }

        /// How many times the system has reported news.
        var heard: Int { count.load(ordering: .relaxed) }

        /// Takes all events off the queue.
        func drain() {
            writers.withLock { drain(&$0) }
        }

        /// Watches a folder; what is reported of it from here on is counted.
        func watch(_ path: String) throws(Errno) -> Watch {
            try writers.withLock { (writers) throws(Errno) in
                let number = try syscall { unsafe inotify_add_watch(inotify, path, mask) }
                return Watch(number: number, isNew: writers.begin(number))
            }
        }

        func writers(in watch: Watch) -> Writers {
            writers.withLock { writers in
                drain(&writers)
                return Writers(
                    written: writers.written(in: watch.number), held: writers.held(in: watch.number),
                    closed: writers.takeClosed(in: watch.number))
            }
        }

        private func drain(_ writers: inout OpenWriters) {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var isNews = false
            // Whoever writes without a pause must not hold up those who ask; what is left is read soon after.
            for _ in 0..<64 {
                let length = unsafe read(inotify, &buffer, buffer.count)
                guard length > 0 else { break }
                for event in OpenWriters.Event.all(in: buffer[..<length]) where writers.take(event) { isNews = true }
            }
            guard isNews else { return }
            count.add(1, ordering: .relaxed)
            wake.signal()
        }
    }

    private let queue: Queue
    // Dispatch sources may be used from any thread, which their type does not say on Linux.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    /// That somebody goes on writing to a file is a reason to look where `hearsWriting` says so: for files that are read while they grow.
    /// With `hearsOnlyEnds` nothing else is one but that whoever could write to a file has closed it: for folders in which this program writes
    /// all the time to files that it keeps open. Throws where the system has no more room for watchers.
    package init(
        hearsWriting: Bool = false, hearsOnlyEnds: Bool = false, signalling wake: WakeSignal
    ) throws(Errno) {
        let inotify = try syscall { inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC)) }
        let source = DispatchSource.makeReadSource(fileDescriptor: inotify)
        let mask = hearsOnlyEnds ? Self.endOfWriting : Self.mask
        let queue = Queue(inotify, mask, hearsWriting: hearsWriting, signalling: wake)
        source.setEventHandler { @Sendable in queue.drain() }
        source.setCancelHandler { @Sendable in close(inotify) }
        source.activate()
        self.queue = queue
        unsafe self.source = source
    }

    deinit {
        unsafe source.cancel()
    }

    /// How many times the system has reported news so far.
    package var heard: Int { queue.heard }

    /// Watches a folder; one that is watched already stays so. To be called at each look, since a path can come to
    /// mean another folder.
    @discardableResult
    package func watch(_ directory: borrowing Directory) throws(Errno) -> Watch {
        let path = "/proc/self/fd/\(directory.descriptor.raw)"
        return try queue.watch(path)
    }

    /// Who writes to the files of a folder, as far as the system has reported at this moment.
    package func writers(in watch: Watch) -> Writers { queue.writers(in: watch) }
}
