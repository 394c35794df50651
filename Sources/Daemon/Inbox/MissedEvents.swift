import Ledger

/// Finds out by trying whether the system tells of what comes into the inbox.
///
/// Network shares, folders of virtual machines and stacked file systems tell of nothing that happens beneath them, and not all of them can be
/// known by their names. A file that came between two looks without a word in between may just have been faster than the word; when
/// none has come by the look after that, nobody will tell.
struct MissedEvents {
    private var last: InboxListing?
    private var isSuspected = false
    /// A change came of which nobody has told.
    private(set) var areProven = false

    /// Takes in what a look met.
    mutating func observe(_ listing: InboxListing) {
        defer { last = listing }
        // Where another folder is in the inbox's place, or one is not watched, there is nothing to learn.
        guard let last, listing.isReachable, listing.isWatched, listing.place == last.place, listing.heard == last.heard
        else {
            isSuspected = false
            return
        }
        areProven = areProven || isSuspected
        isSuspected = Set(listing.files.map(\.path)) != Set(last.files.map(\.path))
    }
}
