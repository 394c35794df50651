package import Linux

/// A file that a look into the inbox met.
package struct ObservedFile: Sendable, Equatable {
    package var path: InboxPath
    package var stamp: FileStamp

    package init(path: InboxPath, stamp: FileStamp) {
        self.path = path
        self.stamp = stamp
    }
}
