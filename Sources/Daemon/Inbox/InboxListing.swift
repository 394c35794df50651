/// What one look into the inbox met.
package struct InboxListing: Sendable, Equatable {
    /// The inbox could be listed. Where it could not, nothing is known of its files: none of them is gone.
    package var isReachable = true
    /// Changes are told by the system; where they are not, only the timer finds them.
    package var isWatched = true
    package var files: [Sighting] = []
    /// What stands in the way, each with what to do.
    package var alerts: [Alert] = []

    package init() {}
}
