import Glibc
package import SystemPackage

/// A lock that only one process holds, freed when the value or the process ends.
package struct FileLock: ~Copyable, Sendable {
    /// Why a lock was not had.
    package enum Refusal: Error, Hashable, Sendable {
        /// Another process holds it; its number, where it can be told.
        case held(by: Int?)
        case failed(Errno)
    }

    private let descriptor: Descriptor

    /// Takes the lock on a file, which is made where it is missing, without waiting.
    package init(_ path: FilePath) throws(Refusal) {
        do throws(Errno) {
            descriptor = try Self.locked(path)
        } catch .wouldBlock {
            throw .held(by: Self.holder(of: path))
        } catch {
            throw .failed(error)
        }
    }

    private static func locked(_ path: FilePath) throws(Errno) -> Descriptor {
        let descriptor = try Descriptor(path.string, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        let raw = descriptor.raw
        try syscall { flock(raw, LOCK_EX | LOCK_NB) }
        try syscall { ftruncate(raw, 0) }
        try descriptor.write(Array("\(getpid())\n".utf8))
        return descriptor
    }

    /// Whether another process holds the lock on a file. It is not taken for that, and nothing is written.
    package static func isHeldElsewhere(_ path: FilePath) throws(Errno) -> Bool {
        do throws(Errno) {
            let raw = try Descriptor(path.string, O_RDONLY | O_NOFOLLOW)
            try syscall { flock(raw.raw, LOCK_SH | LOCK_NB) }
            return false
        } catch .wouldBlock {
            return holder(of: path) != Int(getpid())
        } catch .noSuchFileOrDirectory {
            return false
        }
    }

    /// The process that wrote its number into the file when it took the lock last.
    package static func holder(of path: FilePath) -> Int? {
        guard let descriptor = try? Descriptor(path.string, O_RDONLY), let bytes = try? descriptor.read(upTo: 32) else {
            return nil
        }
        return Int(String(decoding: bytes, as: UTF8.self).prefix(while: \.isNumber))
    }
}
