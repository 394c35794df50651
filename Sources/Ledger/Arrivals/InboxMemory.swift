/// The folder that the inbox's path meant when it was looked at.
package struct InboxPlace: Sendable, Equatable {
    package var device: UInt64
    package var inode: UInt64
    /// The kind of its file system.
    package var magic: UInt32

    package init(device: UInt64, inode: UInt64, magic: UInt32) {
        self.device = device
        self.inode = inode
        self.magic = magic
    }
}

/// The inbox as it was when it was last trusted.
package struct InboxMemory: Sendable, Equatable {
    package var path: String
    package var place: InboxPlace
    /// There was something in it.
    package var held: Bool

    package init(path: String, place: InboxPlace, held: Bool) {
        self.path = path
        self.place = place
        self.held = held
    }
}
