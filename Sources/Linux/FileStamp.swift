import Glibc
package import SystemPackage

/// What tells one state of a file from another: a file whose stamp stands still is not being written.
package struct FileStamp: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int
    /// When the content changed, in nanoseconds since 1970. Writers set it as they please.
    package var modified: Int
    /// When content or attributes changed, in nanoseconds since 1970. Only the system sets it.
    package var changed: Int

    package init(device: UInt64, inode: UInt64, size: Int, modified: Int, changed: Int) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }
}

extension FileStamp {
    /// Whether it is the same state of a file of the same file system under another number, as a share has that is mounted anew.
    package func isSame(elsewhere other: FileStamp) -> Bool {
        var moved = self
        moved.device = other.device
        return device != other.device && moved == other
    }

    package init(_ status: Stat) {
        self.init(
            device: UInt64(status.deviceID.rawValue), inode: UInt64(status.inode.rawValue), size: Int(status.size),
            modified: status.st_mtim.nanoseconds, changed: status.st_ctim.nanoseconds)
    }
}

extension timespec {
    /// Nanoseconds since 1970, enough until 2262; a file may claim any time, so it wraps rather than traps.
    fileprivate var nanoseconds: Int { tv_sec &* 1_000_000_000 &+ tv_nsec }
}
