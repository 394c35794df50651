import Glibc
package import SystemPackage

/// A file that others see whole or not at all, also after a power cut.
///
/// It grows under a hidden name, is synced, takes its place by a rename, and its folder is synced. The hidden name
/// follows from the file's own, so what a killed writer leaves behind is replaced by the next writer of the same file.
package struct AtomicFile: ~Copyable {
    private let folder: FilePath
    private let draft: FilePath
    private let descriptor: Descriptor

    /// Begins a file in a folder. Only one process may write a file of this name at a time.
    package init(_ name: String, in folder: FilePath, mode: UInt32 = 0o644) throws(Errno) {
        self.folder = folder
        let draft = folder.appending(".\(name).draft")
        // Never written through a link that somebody laid there.
        _ = unsafe unlink(draft.string)
        descriptor = try Descriptor(draft.string, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode_t(mode))
        self.draft = draft
    }

    deinit {
        // After a rename there is nothing under this name.
        _ = unsafe unlink(draft.string)
    }

    /// Appends bytes.
    package func write(_ bytes: [UInt8]) throws(Errno) {
        try descriptor.write(bytes)
    }

    /// Appends bytes; long runs of zeros take no room.
    package func writeSparse(_ bytes: [UInt8]) throws(Errno) {
        try descriptor.writeSparse(bytes)
        try descriptor.endHole()
    }

    /// Hands the file to the owner of another one, where this is root: a service must be able to read what an administrator's command has
    /// made for it.
    package func hand(toOwnerOf path: FilePath) throws(Errno) {
        guard geteuid() == 0 else { return }
        let owner = try path.stat()
        try syscall { fchown(descriptor.raw, owner.userID.rawValue, owner.groupID.rawValue) }
    }

    /// Gives the file its name, in the same folder or another one of the same file system.
    package consuming func commit(as name: String, in place: FilePath? = nil) throws(Errno) {
        let place = place ?? folder
        try put(as: name, in: place)
        try Directory(place).sync()
    }

    /// The same, but for the sync of the folder, which is left to the caller: one serves for many files. Until then a power cut may leave
    /// the file that was there before.
    package consuming func put(as name: String, in place: FilePath) throws(Errno) {
        try descriptor.sync()
        try syscall { unsafe rename(draft.string, place.appending(name).string) }
    }

    /// Replaces the file at a path by one with these bytes.
    package static func write(_ bytes: [UInt8], to path: FilePath, mode: UInt32 = 0o644) throws(Errno) {
        guard let name = path.lastComponent?.string else { throw .invalidArgument }
        let file = try AtomicFile(name, in: path.removingLastComponent(), mode: mode)
        try file.write(bytes)
        try file.commit(as: name)
    }
}
