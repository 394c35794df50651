import CKernel
import Glibc
package import SystemPackage

/// What is changed in an open folder stays in it: no name is looked up from the root, and no link is followed.
extension Directory {
    /// Makes a folder in it that lasts, where there is nothing of that name; false where there is.
    @discardableResult
    package func make(_ name: FileName, mode: UInt32) throws(Errno) -> Bool {
        let directory = descriptor.raw
        do throws(Errno) {
            try syscall { unsafe name.withCString { name in unsafe mkdirat(directory, name, mode_t(mode)) } }
        } catch .fileExists {
            return false
        }
        try sync()
        return true
    }

    /// Puts a file with these bytes in the place of the one of that name, as `AtomicFile` does: others see the old one or the new one whole,
    /// also after a power cut.
    package func write(_ bytes: [UInt8], as name: FileName, mode: UInt32) throws(Errno) {
        let (directory, draft) = (descriptor.raw, FileName(bytes: Array(".".utf8) + name.bytes + Array(".draft".utf8)))
        let remove = { unsafe draft.withCString { name in unsafe _ = unlinkat(directory, name, 0) } }
        remove()
        // After a rename there is nothing under this name.
        defer { remove() }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = Descriptor(
            owning: try syscall {
                unsafe draft.withCString { name in unsafe openat(directory, name, flags, mode_t(mode)) }
            })
        try file.write(bytes)
        try file.sync()
        try syscall {
            unsafe draft.withCString { draft in
                unsafe name.withCString { name in unsafe renameat(directory, draft, directory, name) }
            }
        }
        try sync()
    }

    /// Whether a file of that name has these bytes. If so, it is on the disk for good.
    package func holds(_ bytes: [UInt8], as name: FileName) throws(Errno) -> Bool {
        do throws(Errno) {
            guard try Int(status(of: name).size) == bytes.count else { return false }
            let file = try open(name)
            guard try file.readAll() == bytes else { return false }
            try file.sync()
            try sync()
            return true
        } catch {
            // What is not there, or no file, is not this one.
            guard [.noSuchFileOrDirectory, .tooManySymbolicLinkLevels, .isDirectory].contains(error) else {
                throw error
            }
            return false
        }
    }

    /// Whether its access list has more than its owner, its group and all others. A file system without such lists has none.
    package func hasAccessList() throws(Errno) -> Bool {
        let raw = descriptor.raw
        do throws(Errno) {
            try syscall { unsafe kernel_attribute_size(raw, "system.posix_acl_access") }
            return true
        } catch {
            guard [.noData, .notSupported].contains(error) else { throw error }
            return false
        }
    }
}
