package import Foundation

/// A file that came, as it was when it was copied.
package struct Arrival: Sendable, Equatable {
    package var file: ObservedFile
    package var content: Content
    package var at: Date

    package init(file: ObservedFile, content: Content, at: Date) {
        self.file = file
        self.content = content
        self.at = at
    }
}
