/// What the ledger needs to know of a silence, letter by letter: the field `NIANBAO_FACTS`.
struct MuteFacts: Codable, Sendable {
    /// In UTC, as the ledger writes it.
    let until: String
    let why: String
}
