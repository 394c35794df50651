import CKernel
import Glibc
package import SystemPackage

/// An open file, closed when the value ends.
package struct Descriptor: ~Copyable, Sendable {
    let raw: CInt

    /// Takes over a descriptor that is open.
    init(owning raw: CInt) {
        self.raw = raw
    }

    /// Opens a file; the descriptor is never inherited by other programs.
    init(_ path: String, in directory: CInt = AT_FDCWD, _ flags: CInt, mode: mode_t = 0) throws(Errno) {
        raw = try syscall { unsafe openat(directory, path, flags | O_CLOEXEC, mode) }
    }

    /// A file in memory that holds these bytes, to be read from the start. The name is what a debugger shows.
    package init(inMemory name: String, _ bytes: [UInt8]) throws(Errno) {
        let file = Descriptor(owning: try syscall { unsafe kernel_memory_file(name) })
        try file.write(bytes)
        // Opened anew to be read alone: what reads it can't change it under another reader.
        try self.init("/proc/self/fd/\(file.raw)", O_RDONLY)
    }

    /// A file in memory that holds what `fill` writes, to be read from the start.
    package init(inMemory name: String, filledBy fill: (borrowing Descriptor) throws -> Void) throws {
        let file = Descriptor(owning: try syscall { unsafe kernel_memory_file(name) })
        try fill(file)
        try self.init("/proc/self/fd/\(file.raw)", O_RDONLY)
    }

    /// Opens a file to read it. A pipe that nobody writes to does not block.
    package init(reading path: FilePath) throws(Errno) {
        try self.init(path.string, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    }

    /// Takes over the standard input of this process.
    package static var standardInput: Descriptor { Descriptor(owning: STDIN_FILENO) }
    /// The standard input of this process under another number, so that it stays open for the next who reads it.
    package static func copyOfStandardInput() throws(Errno) -> Descriptor {
        Descriptor(owning: try syscall { fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) })
    }
    /// Takes over the standard output of this process.
    package static var standardOutput: Descriptor { Descriptor(owning: STDOUT_FILENO) }
    /// Takes over the standard error of this process.
    package static var standardError: Descriptor { Descriptor(owning: STDERR_FILENO) }

    deinit {
        close(raw)
    }

    /// What the system knows of the open file now, also when its name is gone.
    package func status() throws(Errno) -> Stat { try Stat(FileDescriptor(rawValue: raw)) }

    /// The next bytes, at most `count`; empty at the end of the file.
    package func read(upTo count: Int) throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(Errno) {
                filled = try syscall { unsafe Glibc.read(raw, buffer.baseAddress, count) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// All bytes up to the end of the file.
    package func readAll() throws(Errno) -> [UInt8] { try read(limit: .max - 1) }

    /// All bytes from here on, but not more than one over `limit`: enough to tell that there are too many.
    package func read(limit: Int) throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let piece = try read(upTo: min(1 << 20, limit - bytes.count + 1))
            guard !piece.isEmpty else { break }
            // Most files are one piece, and need no copy.
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
        return bytes
    }

    /// Writes all of the bytes.
    package func write(_ bytes: [UInt8]) throws(Errno) {
        var written = 0
        while written < bytes.count {
            written += try syscall {
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe Glibc.write(raw, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                }
            }
        }
    }

    /// Writes all of the bytes, and where they are nothing but zeros leaves a hole, which takes no room. `endHole` has to follow the
    /// last of them.
    package func writeSparse(_ bytes: [UInt8]) throws(Errno) {
        var written = 0
        while written < bytes.count {
            let block = bytes[written..<min(written + Self.hole, bytes.count)]
            if block.allSatisfy({ $0 == 0 }) {
                try syscall { lseek(raw, block.count, SEEK_CUR) }
            } else {
                try write(Array(block))
            }
            written += block.count
        }
    }

    /// Makes a hole at the end part of the file.
    package func endHole() throws(Errno) {
        let end = try syscall { lseek(raw, 0, SEEK_CUR) }
        try syscall { ftruncate(raw, end) }
    }

    /// Fewer zeros than this are written.
    private static let hole = 1 << 16

    /// Waits until all that was written would survive a power cut.
    package func sync() throws(Errno) {
        try syscall { fsync(raw) }
    }
}
