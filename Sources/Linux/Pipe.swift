import CKernel
import Glibc
import SystemPackage

/// A pipe from another program to this one.
struct Pipe: ~Copyable {
    /// Reading never waits: `poll` does.
    let reader: Descriptor
    let writer: Descriptor

    init() throws(Errno) {
        var ends: [CInt] = [-1, -1]
        try syscall { unsafe kernel_pipe(&ends) }
        reader = Descriptor(owning: ends[0])
        writer = Descriptor(owning: ends[1])
    }
}

extension Descriptor {
    /// What there is to read of a pipe without waiting, a pipe's worth at the most.
    func available() throws(Errno) -> [UInt8] {
        do throws(Errno) {
            return try read(upTo: 1 << 16)
        } catch .resourceTemporarilyUnavailable {
            return []
        }
    }
}
