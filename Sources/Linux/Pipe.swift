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
