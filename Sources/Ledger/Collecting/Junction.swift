/// A record at which another way of a ledger can be followed than the one that its chain leads to: the record and all before it by its link.
package struct Junction: Sendable, Hashable, Codable {
    package let ledger: String
    package let number: Int
    package let link: String
    /// The last record that was followed when a person chose this way: those between were missing. `nil` where that is not known.
    package var after: Int?
    /// The link of the record that was followed under its number; `nil` where there was none.
    package var replaced: String?
    /// Whether it is the way that was gone before a choice that was taken back: what lies beside it is open again.
    var isReturn = false

    private enum CodingKeys: CodingKey { case ledger, number, link, after, replaced }

    package init(ledger: String, number: Int, link: String, replaced: String? = nil) {
        (self.ledger, self.number, self.link, self.replaced) = (ledger, number, link, replaced)
    }
}

/// A junction that a person has chosen, and may have taken back.
package struct Way: Sendable, Hashable {
    package let junction: Junction
    package let isUndone: Bool
}

/// What persons have decided of the records of a ledger.
package struct LedgerDecisions: Sendable {
    /// The last choice last.
    package var ways: [Way] = []
    /// Senders whose offices have the ledger no more: that it was theirs was a mistake.
    package var refused: Set<String> = []

    package init() {}
}

/// What keeps the records of an office from being followed.
package enum ChainObstacle: Sendable, Hashable {
    /// Later records are there, and some between are not.
    case missing(ClosedRange<Int>, then: Junction)
    /// There is another record under a number than the one that was followed, which also follows from those before: the office has gone
    /// on from an older copy of its ledger.
    case forked(Junction)
    /// A record follows from nothing.
    case unlinked(Junction)
    /// A person has taken back that a record is followed from, and the one in whose place it came is no longer there.
    case irreversible(Junction)
    /// Under these numbers there is another record than the one that was followed, and it fits nothing: nobody goes on with it.
    case stray([Int])
}
