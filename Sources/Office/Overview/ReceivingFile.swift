package import Foundation

/// A file that has begun to arrive and is not yet known to be whole.
package struct ReceivingFile: Sendable, Equatable {
    /// The file's name as a person may read it.
    package var name: String
    package var since: Date

    package init(name: String, since: Date) {
        self.name = name
        self.since = since
    }
}
