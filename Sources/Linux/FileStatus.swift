import Glibc
package import SystemPackage

/// What the system knows of a file.
package struct FileStatus: Sendable, Hashable {
    /// What a name can stand for.
    package enum Kind: Sendable, Hashable {
        case regular
        case directory
        case symbolicLink
        case pipe
        case socket
        case device
    }

    package var kind: Kind
    /// What changes when the content does.
    package var stamp: FileStamp
    /// The permission bits, without the kind.
    package var mode: UInt32
    /// The number of the account that owns the file.
    package var owner: UInt32
    /// How many names the file has; 0 when it was deleted while open.
    package var links: Int

    /// Asks for what a path leads to.
    package init(of path: FilePath) throws(Errno) {
        var answer = stat()
        try syscall { unsafe fstatat(AT_FDCWD, path.string, &answer, 0) }
        self.init(answer)
    }

    init(_ answer: stat) {
        kind =
            switch answer.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        stamp = FileStamp(
            device: UInt64(answer.st_dev), inode: UInt64(answer.st_ino), size: Int(answer.st_size),
            modified: answer.st_mtim.nanoseconds, changed: answer.st_ctim.nanoseconds)
        mode = answer.st_mode & 0o7777
        owner = answer.st_uid
        links = Int(answer.st_nlink)
    }
}

extension timespec {
    /// Nanoseconds since 1970, enough until 2262; a file may claim any time, so it wraps rather than traps.
    fileprivate var nanoseconds: Int { tv_sec &* 1_000_000_000 &+ tv_nsec }
}
