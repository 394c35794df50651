/// What the ledger needs to know of a decision on a time, letter by letter: the field `NIANBAO_FACTS`.
struct AcceptanceFacts: Codable, Sendable {
    /// In UTC, as the ledger writes it.
    let time: String
    let why: String
}
