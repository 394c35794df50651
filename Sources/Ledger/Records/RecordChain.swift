import Linux

/// What ties each record to all before it: whoever changes one has to change all that follow, and their journal copies.
enum RecordChain {
    /// The link of a record: a hash over the link of the one before and everything that a record says. Anybody can work it out; that
    /// it comes from the ledger says the seal.
    static func link(after previous: String, _ record: StoredRecord) -> String {
        SHA256.digits(of: bytes(of: previous, record))
    }

    /// What a seal proves a record by: a code over its link and everything that it says, which takes the key.
    static func code(of record: StoredRecord, with key: [UInt8]) -> String {
        HMAC.code(of: bytes(of: record.chain, record), key: key).hexadecimal
    }

    /// Each part goes in with its length, so that no two records read the same.
    private static func bytes(of link: String, _ record: StoredRecord) -> [UInt8] {
        let parts = [
            link, String(record.number), record.event, String(record.priority), record.message, record.fields,
            record.at,
        ]
        return parts.flatMap { Array("\($0.utf8.count):\($0),".utf8) }
    }
}
