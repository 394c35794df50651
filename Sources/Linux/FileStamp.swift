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

    /// Files that change within this time of each other came by one copying, in nanoseconds: nobody has thought again meanwhile.
    package static let copying = 10_000_000_000

    /// For each of some files the number of the copying by which it came, the first first.
    package static func copyings(_ stamps: [FileStamp]) -> [Int] {
        var numbers = Array(repeating: 0, count: stamps.count)
        let order = stamps.indices.sorted { stamps[$0].changed < stamps[$1].changed }
        for (last, next) in zip(order, order.dropFirst()) {
            let isLater = stamps[next].changed &- stamps[last].changed > copying
            numbers[next] = numbers[last] + (isLater ? 1 : 0)
        }
        return numbers
    }

    /// Whether a file was put in its place before another one was: its content is older, and it did not come later, or only by the same
    /// copying.
    package func wasPutBefore(_ other: FileStamp) -> Bool {
        modified < other.modified && changed &- other.changed <= Self.copying
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
