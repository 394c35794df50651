import GRDB

/// Tells which of the records that were found belong to a ledger, from the first number to the last.
///
/// A record is believed where its seal is that of the ledger's key; where there is no key to tell, where its link follows from the record
/// before. One whose predecessor is missing follows from nothing: it is believed where its source vouches for it.
struct ChainFollower {
    /// A record that was found under a number.
    struct Candidate {
        var record: StoredRecord
        /// Its place says whose it is: the journal's trusted fields, and not a file that was damaged.
        let isVouched: Bool
    }

    private let ledger: String
    private let keyring: Keyring
    /// The last record that was believed.
    private var last = 0
    private var link = ""

    init(ledger: String, keyring: Keyring) {
        self.ledger = ledger
        self.keyring = keyring
    }

    /// Takes the record of the next number of several candidates, the first of the best; `nil` where none is proven. `following` are
    /// the candidates of the number after it: of two that both fit, the one is right that something follows from.
    mutating func choose(_ candidates: [Candidate], following: () throws -> [Candidate]) rethrows -> StoredRecord? {
        let fitting = candidates.compactMap(proven)
        guard var chosen = fitting.first else { return nil }
        if fitting.count > 1 {
            let next = try following()
            chosen = fitting.first { one in next.contains { follows($0, from: one.chain) } } ?? chosen
        }
        (last, link) = (chosen.number, chosen.chain)
        return chosen
    }

    /// Whether a record has the seal of the ledger's key.
    func isSealed(_ record: StoredRecord) -> Bool { keyring.proves(record, of: ledger) == true }

    /// Goes over records that were pruned, up to one before `number`.
    mutating func pass(_ pruned: PrunedRecords, before number: Int) {
        if number > last + 1 { (last, link) = pruned.skip(after: last, link) }
    }

    /// The record with its link, where it is proven.
    private func proven(_ candidate: Candidate) -> StoredRecord? {
        var record = candidate.record
        if let isSealed = keyring.proves(record, of: ledger) { return isSealed ? record : nil }
        guard record.number == last + 1 else { return candidate.isVouched ? record : nil }
        let expected = RecordChain.link(after: link, record)
        // The first edition told the journal no links; the ledger has made them since.
        if record.chain.isEmpty, candidate.isVouched { record.chain = expected }
        return record.chain == expected ? record : nil
    }

    private func follows(_ candidate: Candidate, from link: String) -> Bool {
        candidate.record.chain.isEmpty || RecordChain.link(after: link, candidate.record) == candidate.record.chain
    }
}
