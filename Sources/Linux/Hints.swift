import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Rings a wake when something may have changed in a folder. Its events are hints: the folder itself is the fact.
///
/// It watches nothing that reading a file would cause, nor each write to one: that it was closed is news enough. An overflow, a folder that is gone and a file system that was
/// unmounted signal as well: the next look finds out.
package final class Hints: Sendable {
    private static let mask =
        IN_CREATE | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF

    /// How many times the system has reported events.
    private final class Count: Sendable { let value = Atomic(0) }

    private let inotify: CInt
    private let count: Count
    // Dispatch sources may be used from any thread, which their type does not say on Linux.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    /// Throws where the system has no more room for watchers.
    package init(signalling wake: WakeSignal) throws(Errno) {
        let inotify = try syscall { inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC)) }
        let source = DispatchSource.makeReadSource(fileDescriptor: inotify)
        let count = Count()
        source.setEventHandler { @Sendable in
            Hints.drain(inotify)
            count.value.add(1, ordering: .relaxed)
            wake.signal()
        }
        source.setCancelHandler { @Sendable in close(inotify) }
        source.activate()
        self.inotify = inotify
        self.count = count
        unsafe self.source = source
    }

    deinit {
        unsafe source.cancel()
    }

    /// How many times the system has reported events so far.
    package var heard: Int { count.value.load(ordering: .relaxed) }

    /// Watches a folder; one that is watched already stays so. To be called at each look, since a path can come to
    /// mean another folder.
    package func watch(_ directory: borrowing Directory) throws(Errno) {
        let path = "/proc/self/fd/\(directory.descriptor.raw)"
        try syscall { unsafe inotify_add_watch(inotify, path, UInt32(Self.mask)) }
    }

    /// Takes all events off the queue unread.
    private static func drain(_ inotify: CInt) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while unsafe read(inotify, &buffer, buffer.count) > 0 {}
    }
}
