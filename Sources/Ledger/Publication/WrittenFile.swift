import Foundation
import Linux
package import SystemPackage

/// A status file as it was written, to know one that somebody changed.
package struct WrittenFile: Sendable, Equatable {
    /// What changes with the content, cheap to look at.
    package let stamp: String
    /// The SHA-256 of the content.
    package let digest: String

    /// The file that was just written with these bytes.
    package init(_ bytes: [UInt8], at path: FilePath) throws(Errno) {
        stamp = try Self.stamp(of: path)
        digest = SHA256.digits(of: bytes)
    }

    /// The file that was just written with these bytes, and of which the system says this.
    package init(_ bytes: [UInt8], _ status: Stat) {
        stamp = Self.stamp(of: status)
        digest = SHA256.digits(of: bytes)
    }

    /// A file with this content that bears another stamp now: a share was mounted anew, somebody copied it back.
    package init(restamped stamp: String, _ written: WrittenFile) {
        self.stamp = stamp
        digest = written.digest
    }

    init(stamp: String, digest: String) {
        self.stamp = stamp
        self.digest = digest
    }

    /// When it was written, as its file system says; `nil` where the stamp does not tell.
    var modified: Date? {
        let parts = stamp.split(separator: " ")
        guard parts.count == 4, let nanoseconds = Int(parts[2]) else { return nil }
        return Date(timeIntervalSince1970: Double(nanoseconds) / 1e9)
    }

    /// Without the device, which another mount of the same share changes.
    package static func stamp(of path: FilePath) throws(Errno) -> String { stamp(of: try path.stat()) }

    package static func stamp(of status: Stat) -> String {
        let stamp = FileStamp(status)
        return "\(stamp.inode) \(stamp.size) \(stamp.modified) \(stamp.changed)"
    }
}
