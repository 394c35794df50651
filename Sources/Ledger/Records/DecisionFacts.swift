import Foundation
import GRDB
import Office
import Rules

/// What the ledger needs to know of a decision, letter by letter: the field `NIANBAO_FACTS`.
struct DecisionFacts: Codable, Sendable {
    /// One of the two is there.
    var finding: FindingKey?
    var overruling: Overruling?
    let words: String
    let why: String
    let who: Decider

    init(_ subject: Decision.Subject, words: String, why: String, who: Decider) {
        switch subject {
        case .waive(let key): finding = key
        case .overrule(let overruling): self.overruling = overruling
        }
        (self.words, self.why, self.who) = (words, why, who)
    }

    var subject: Decision.Subject? {
        switch (finding, overruling) {
        case (let key?, nil): .waive(key)
        case (nil, let overruling?): .overrule(overruling)
        default: nil
        }
    }

    /// Whether the office can have decided this.
    var isInBounds: Bool {
        switch subject {
        case .waive(let key): RecordBounds.isDigest(key.digest) && !key.digest.isEmpty
        case .overrule(let overruling):
            Overruling.verdicts.contains(overruling.verdict) && RecordBounds.isDigest(overruling.sha256)
        case nil: false
        }
    }
}

/// The same of the end of a decision.
struct WithdrawalFacts: Codable, Sendable {
    /// The number of the record that tells of it.
    let decision: Int
    let why: String
    let who: Decider
}

extension Decision: FetchableRecord {
    init(row: Row) throws {
        let id = try row.decode(Int.self, forColumn: "id")
        let facts = try JSON.value(DecisionFacts.self, from: row.decode(forColumn: "facts"))
        guard let subject = facts.subject else { throw Ledger.Failure.damaged("decision \(id)") }
        self.init(
            id: id, version: try row.decode(forColumn: "version"), subject: subject, words: facts.words,
            why: facts.why, who: facts.who, at: try row.decode(forColumn: "at"))
        guard let text = try row.decode(String?.self, forColumn: "withdrawal") else { return }
        let end = try JSON.value(WithdrawalFacts.self, from: text)
        // An earlier schema does not have the number.
        let number = row.hasColumn("ending") ? try row.decode(Int?.self, forColumn: "ending") : nil
        withdrawal = Withdrawal(
            id: number ?? id, why: end.why, who: end.who, at: try row.decode(forColumn: "withdrawn"))
    }
}
