/// A record at which another way of a ledger can be followed than the one that its chain leads to: the record and all before it by its link.
package struct Junction: Sendable, Hashable, Codable {
    package let ledger: String
    package let number: Int
    package let link: String
    /// The last record that was followed when a person chose this way: those between were missing. `nil` where that is not known.
    package var after: Int?

    package init(ledger: String, number: Int, link: String) {
        (self.ledger, self.number, self.link) = (ledger, number, link)
    }
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
    /// Under these numbers there is another record than the one that was followed, and it fits nothing: nobody goes on with it.
    case stray([Int])
}
