import Ledger

/// What lay in the inbox when it was first looked at, and has no verdict yet.
struct StartBacklog: Sendable {
    /// `nil` before the first look.
    private var files: Set<InboxPath>?

    /// Takes in the files that a look left without a verdict. Those that are excused are waited for no longer: people are told of
    /// them otherwise.
    mutating func observe(_ unjudged: some Sequence<InboxPath>, excused: Set<InboxPath>) {
        guard files?.isEmpty != true else { return }
        let unjudged = Set(unjudged).subtracting(excused)
        files = files?.intersection(unjudged) ?? unjudged
    }

    /// Whether nothing is left of it; so it stays.
    var isWorkedOff: Bool { files?.isEmpty == true }
}
