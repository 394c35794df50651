import Glibc
package import SystemPackage

/// What is left on a file system for those who are not root.
package struct FreeSpace: Sendable, Equatable {
    package var bytes: Int
    /// The files that can still be made; `nil` where the file system does not count them.
    package var inodes: Int?

    package init(bytes: Int, inodes: Int?) {
        self.bytes = bytes
        self.inodes = inodes
    }

    /// What is left where a folder lies.
    package init(at path: FilePath) throws(Errno) {
        var answer = statvfs()
        let folder = try Directory(path)
        try syscall { unsafe fstatvfs(folder.descriptor.raw, &answer) }
        bytes = Int(
            clamping: UInt64(answer.f_bavail).multipliedReportingOverflow(by: UInt64(answer.f_frsize)).partialValue)
        inodes = answer.f_files == 0 ? nil : Int(clamping: UInt64(answer.f_favail))
    }
}
