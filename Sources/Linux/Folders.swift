import Glibc
package import SystemPackage

/// Making folders that last.
package enum Folders {
    /// Makes the folders of a path that are missing, each synced into its parent.
    package static func make(_ path: FilePath, mode: UInt32 = 0o755) throws(Errno) {
        var relative = path
        let root = relative.root.map { FilePath(root: $0) } ?? "."
        relative.root = nil
        try make(relative, below: root, mode: mode)
    }

    /// Makes the folders of a relative path that are missing below a root, each synced into its parent.
    ///
    /// The root itself is never made: where it is missing, what should be mounted there is not.
    package static func make(_ path: FilePath, below root: FilePath, mode: UInt32 = 0o755) throws(Errno) {
        try makeUnsynced(path, below: root, mode: mode) { parent throws(Errno) in try Directory(parent).sync() }
    }

    /// The same, where each parent in which a folder was made is left to the caller to be synced.
    package static func makeUnsynced(
        _ path: FilePath, below root: FilePath, mode: UInt32 = 0o755,
        _ made: (_ parent: FilePath) throws(Errno) -> Void
    ) throws(Errno) {
        var folder = root
        for component in path.components {
            let parent = folder
            folder.append(component)
            do throws(Errno) {
                try syscall { unsafe mkdir(folder.string, mode_t(mode)) }
            } catch {
                guard error == .fileExists else { throw error }
                continue
            }
            try made(parent)
        }
    }

    /// Takes from all others every right to a file or folder of this account, where there is one that is not a link. Somebody else's
    /// throws EPERM.
    ///
    /// It opens nothing: whoever closes a descriptor of a database loses the locks that SQLite holds on it in the same process.
    package static func close(_ path: FilePath) throws(Errno) {
        guard let status = try status(of: path), status.type != .symbolicLink else { return }
        let mode = status.permissions.rawValue
        guard mode & 0o077 != 0 else { return }
        do throws(Errno) {
            try syscall { unsafe chmod(path.string, mode_t(mode & 0o700)) }
        } catch .noSuchFileOrDirectory {
            // Gone meanwhile: nothing to be closed.
        }
    }

    /// What the system knows of a file or folder, of a link itself unless links are followed; `nil` where there is none.
    package static func status(of path: FilePath, followingLinks: Bool = false) throws(Errno) -> Stat? {
        do throws(Errno) {
            return try path.stat(followTargetSymlink: followingLinks)
        } catch .noSuchFileOrDirectory {
            return nil
        }
    }

    /// Gives something another name on the same file system, for good.
    package static func move(_ path: FilePath, to target: FilePath) throws(Errno) {
        try syscall { unsafe rename(path.string, target.string) }
        try Directory(target.removingLastComponent()).sync()
        if path.removingLastComponent() != target.removingLastComponent() {
            try Directory(path.removingLastComponent()).sync()
        }
    }

    /// Removes a file, where there is one.
    package static func remove(_ path: FilePath) throws(Errno) {
        do throws(Errno) {
            try syscall { unsafe unlink(path.string) }
        } catch {
            guard error == .noSuchFileOrDirectory else { throw error }
        }
    }

    /// Removes a folder that is empty, where there is one.
    package static func removeEmpty(_ path: FilePath) throws(Errno) {
        do throws(Errno) {
            try syscall { unsafe rmdir(path.string) }
        } catch {
            guard error == .noSuchFileOrDirectory else { throw error }
        }
    }

    /// Waits until what is in a file would survive a power cut.
    package static func sync(_ path: FilePath) throws(Errno) {
        try Descriptor(path.string, O_RDONLY).sync()
    }
}
