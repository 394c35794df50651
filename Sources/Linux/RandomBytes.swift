import CKernel
package import SystemPackage

/// Bytes that nobody can guess.
package enum RandomBytes {
    /// New bytes from the kernel's generator; it waits where the machine has just started.
    package static func make(_ count: Int) throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            // The kernel gives up to 256 bytes whole.
            var piece = [UInt8](repeating: 0, count: min(256, count - bytes.count))
            let given = try syscall { unsafe kernel_random(&piece, piece.count) }
            bytes += piece.prefix(given)
        }
        return bytes
    }
}
