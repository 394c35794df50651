/// What tells one state of a file from another: a file whose stamp stands still is not being written.
package struct FileStamp: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int
    /// When the content changed, in nanoseconds since 1970. Writers set it as they please.
    package var modified: Int
    /// When content or attributes changed, in nanoseconds since 1970. Only the system sets it.
    package var changed: Int

    package init(device: UInt64, inode: UInt64, size: Int, modified: Int, changed: Int) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }
}
