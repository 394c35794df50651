package import Alerts
package import Ledger

/// What one look into the inbox met.
package struct InboxListing: Sendable, Equatable {
    /// The inbox could be listed. Where it could not, nothing is known of its files: none of them is gone.
    package var isReachable = true
    /// Changes are told by the system; where they are not, only the timer finds them.
    package var isWatched = true
    /// How often the system had told of something when the look began.
    package var heard = 0
    package var files: [ObservedFile] = []
    /// The files that somebody edits at this moment.
    package var edited: Set<InboxPath> = []
    /// Which folder it was; `nil` where it could not be opened.
    package var place: InboxPlace?
    /// What the file system is called where it is one of other machines: it tells of nothing that these do.
    package var share: String?
    /// What stands in the way, each with what to do.
    package var alerts: [Alert] = []

    package init() {}

    /// The system tells of every change, also of what other machines do.
    package var tells: Bool { isWatched && share == nil }
}
