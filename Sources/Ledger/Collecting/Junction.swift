/// A record at which another way of a ledger can be followed than the one that its chain leads to: the record by its link, which stands for all
/// before it, and by what it says, since another one can bear the same link.
package struct Junction: Sendable, Hashable, Codable {
    /// A record, by its link and a digest of what it says.
    struct Identity: Sendable, Hashable, Codable {
        let link: String
        let content: String
    }

    package let ledger: String
    package let number: Int
    package let link: String
    var content: String?
    /// The last record that was followed when a person chose this way: those between were missing. `nil` where that is not known.
    package var after: Int?
    /// The record that was followed under its number; `nil` where there was none.
    var replaced: Identity?
    package var hasReplaced: Bool { replaced != nil }
    /// Whether it is the way that was gone before a choice that was taken back: what lies beside it is open again.
    var isReturn = false

    private enum CodingKeys: CodingKey { case ledger, number, link, content, after, replaced }

    package init(ledger: String, number: Int, link: String) {
        (self.ledger, self.number, self.link) = (ledger, number, link)
    }

    init(_ record: StoredRecord, of ledger: String, replacing replaced: Identity? = nil) {
        (self.ledger, number, link, content) = (ledger, record.number, record.chain, record.identity.content)
        self.replaced = replaced
    }

    /// Whether it is this record, letter by letter.
    func isAt(_ record: StoredRecord) -> Bool {
        record.number == number && record.chain == link && content.map { $0 == record.identity.content } ?? true
    }
}

extension StoredRecord {
    var identity: Junction.Identity {
        Junction.Identity(link: chain, content: RecordChain.link(after: "", self))
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
    /// A person has decided from where to follow, or taken that back, and not all that this takes is there.
    case unreachable(Junction, isUndone: Bool)
    /// Under these numbers there is another record than the one that was followed, and it fits nothing: nobody goes on with it.
    case stray([Int])
}
