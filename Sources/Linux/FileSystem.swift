import CKernel
import Glibc
package import SystemPackage

/// The file system that a path lies on, and what it has left for those who are not root.
package struct FileSystem: Sendable, Hashable {
    /// The number by which Linux knows the kind, of statfs(2).
    package let magic: UInt32
    /// Bytes that can still be written.
    package let freeBytes: Int
    /// The files that can still be made; `nil` where the file system does not count them.
    package let freeFiles: Int?
    package let isReadOnly: Bool

    /// Asks for the file system of something that exists.
    package init(of path: FilePath) throws(Errno) {
        var answer = statfs()
        try syscall { unsafe statfs(path.string, &answer) }
        magic = UInt32(truncatingIfNeeded: answer.f_type)
        let free = UInt64(answer.f_bavail).multipliedReportingOverflow(by: UInt64(clamping: answer.f_frsize))
        freeBytes = free.overflow ? .max : Int(clamping: free.partialValue)
        freeFiles = answer.f_files > 0 ? Int(clamping: UInt64(answer.f_ffree)) : nil
        isReadOnly = answer.f_flags & __fsword_t(ST_RDONLY) != 0
    }

    /// What a file system of other machines is called; `nil` for one of this machine.
    ///
    /// Such a one keeps no promise on locks and shared memory that a database could build on, and tells of no change
    /// that another machine makes.
    package var remoteName: String? { Self.remote[magic] }

    private static let remote: [UInt32: String] = [
        0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x6573_5546: "FUSE",
        0x0102_1997: "9P", 0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS",
        0x7461_636F: "OCFS2", 0x0116_1970: "GFS2", 0x7375_7245: "Coda", 0x564C: "NCP",
    ]
}
