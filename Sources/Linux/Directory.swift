import Glibc
package import SystemPackage

/// An open folder. What is asked of it stays with the folder, even when its path comes to mean another one.
package struct Directory: ~Copyable, Sendable {
    let descriptor: Descriptor

    /// Opens the folder at a path.
    package init(_ path: FilePath) throws(Errno) {
        descriptor = try Descriptor(path.string, O_RDONLY | O_DIRECTORY)
    }

    /// Opens a folder inside another one. A link to a folder is not one.
    package init(_ name: FileName, in parent: borrowing Directory) throws(Errno) {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let directory = parent.descriptor.raw
        descriptor = Descriptor(
            owning: try syscall { unsafe name.withCString { name in unsafe openat(directory, name, flags) } })
    }

    /// What the system knows of the folder itself.
    package func status() throws(Errno) -> Stat { try descriptor.status() }

    /// The names in the folder, in no order.
    package func names() throws(Errno) -> [FileName] {
        // A stream of its own: one that is shared would go on where the last listing ended.
        let own = try syscall { unsafe openat(descriptor.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard let stream = unsafe fdopendir(own) else {
            let error = Errno(rawValue: Glibc.errno)
            close(own)
            throw error
        }
        defer { unsafe _ = closedir(stream) }

        var names: [FileName] = []
        while true {
            Glibc.errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe FileName(pointer: entry.pointer(to: \.d_name))
            if name != FileName("."), name != FileName("..") { names.append(name) }
        }
        guard Glibc.errno == 0 else { throw Errno(rawValue: Glibc.errno) }
        return names
    }

    /// What the system knows of a name, without following links.
    package func status(of name: FileName) throws(Errno) -> Stat {
        var answer = stat()
        let directory = descriptor.raw
        try syscall {
            unsafe name.withCString { name in unsafe fstatat(directory, name, &answer, AT_SYMLINK_NOFOLLOW) }
        }
        return Stat(rawValue: answer)
    }

    /// Opens a file to read it. A link is refused with `Errno.tooManySymbolicLinkLevels`; a pipe does not block.
    package func open(_ name: FileName) throws(Errno) -> Descriptor {
        let directory = descriptor.raw
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        return Descriptor(
            owning: try syscall { unsafe name.withCString { name in unsafe openat(directory, name, flags) } })
    }

    /// Waits until the names in the folder would survive a power cut.
    package func sync() throws(Errno) {
        try descriptor.sync()
    }
}

extension FileName {
    /// The bytes up to the zero that ends them.
    fileprivate init(pointer: UnsafePointer<some Any>?) {
        guard let pointer = unsafe pointer else {
            self.init(bytes: [])
            return
        }
        let bytes = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
        let length = unsafe strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        unsafe self.init(bytes: Array(UnsafeBufferPointer(start: bytes, count: length)))
    }

    /// The name as C takes it.
    func withCString<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        let terminated = bytes.map(CChar.init(bitPattern:)) + [0]
        return unsafe terminated.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("a terminated name has a byte") }
            return unsafe body(start)
        }
    }
}
