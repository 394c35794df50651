package import Foundation

/// Something that is wrong now and that a person must see to.
package struct OverviewAlert: Sendable, Equatable {
    /// The stable name of the kind, `inbox-unreachable`.
    package var kind: String
    /// What it is about: a file, a folder, an agency.
    package var subject: String
    /// What happened to what and what to do, a whole sentence in Chinese.
    package var message: String
    package var since: Date

    package init(kind: String, subject: String, message: String, since: Date) {
        self.kind = kind
        self.subject = subject
        self.message = message
        self.since = since
    }
}
