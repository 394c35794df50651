package import Foundation
import GRDB
import Linux
package import Office

/// What the ledger needs to know of a confirmation, letter by letter: the field `NIANBAO_FACTS`.
struct ConfirmationFacts: Codable, Sendable {
    let office: String
    let junction: Junction
    let source: String
    let why: String
    let who: Decider

    /// Whether a person can have said so.
    var isInBounds: Bool {
        Filing.isFolderName(office) && RecordBounds.numbers.contains(junction.number)
            && RecordBounds.isDigest(junction.link) && JournalRecords.isID(junction.ledger)
            && junction.after.map { (0..<junction.number).contains($0) } ?? true
    }
}

/// From where a person has had the records of offices followed that stood still.
extension Ledger {
    /// What came of a confirmation.
    package enum Confirmed: Sendable, Equatable {
        /// The records are followed from here on.
        case taken(Junction)
        /// The office's records go on as they are.
        case nothingToConfirm
        case reasonless
    }

    /// Has the records of an office followed from where they stopped, and takes down who said so and why.
    package func confirm(_ office: String, why: String, by who: Decider, at date: Date) throws -> Confirmed {
        let reason: String
        do throws(Reason.Fault) {
            reason = try Reason(why).words
        } catch {
            return .reasonless
        }
        return try write { database in
            let known = try Self.troubles(of: nil, database).map(\.found)
            guard let trouble = known.first(where: { $0.about == office && $0.junction != nil }),
                var junction = trouble.junction
            else { return .nothingToConfirm }
            junction.after = try Self.followed(of: junction, by: office, database)
            let facts = ConfirmationFacts(
                office: office, junction: junction, source: trouble.source, why: reason, who: who)
            try Self.append([.confirmed(facts)], at: date, database)
            try Self.insert(facts, StoredRecord.lastNumber(in: database), at: date, database)
            try database.execute(
                cached: "DELETE FROM office_trouble WHERE about = ? AND number IS NOT NULL", arguments: [office])
            return .taken(junction)
        }
    }

    /// The last record before a junction that was followed, where it is of the ledger of the office.
    private static func followed(of junction: Junction, by office: String, _ database: Database) throws -> Int? {
        let record = try Int.fetchOne(
            database, cached: "SELECT record FROM office WHERE name = ? AND ledger = ?",
            arguments: [office, junction.ledger])
        return record.map { min($0, junction.number - 1) }
    }

    static func insert(
        _ facts: ConfirmationFacts, _ number: Int, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT OR REPLACE INTO confirmation (id, office, facts, at) VALUES (?, ?, ?, ?)",
            arguments: [number, facts.office, JSON.line(facts), time])
        let known = try String.fetchOne(
            database, cached: "SELECT ledger FROM office WHERE name = ?", arguments: [facts.office])
        if known == facts.junction.ledger {
            try database.execute(
                // What is shown may have gone further on the way that is left now.
                cached: "UPDATE office SET source = ?, record = 0 WHERE name = ?",
                arguments: [facts.source, facts.office])
            try database.execute(
                cached: "DELETE FROM office_unusable WHERE office = ? AND number >= ?",
                arguments: [facts.office, facts.junction.number])
        } else {
            try follow(facts.junction.ledger, of: facts.office, from: facts.source, at: time, database)
        }
    }

    /// The number of the last confirmation; 0 where there is none.
    package nonisolated func lastConfirmation() throws -> Int {
        try view { try Int.fetchOne($0, cached: "SELECT max(id) FROM confirmation") ?? 0 }
    }

    /// The ways that persons have chosen, by ledger, the last choice last.
    package nonisolated func confirmedJunctions() throws -> [String: [Junction]] {
        try view { database in
            let texts = try String.fetchAll(database, cached: "SELECT facts FROM confirmation ORDER BY id")
            let junctions = try texts.map { try JSON.value(ConfirmationFacts.self, from: $0).junction }
            return Dictionary(grouping: junctions, by: \.ledger)
        }
    }
}

extension Entry {
    fileprivate static func confirmed(_ facts: ConfirmationFacts) throws -> Entry {
        let junction = facts.junction
        var fields = ["OF": facts.office, "WHY": facts.why].merging(facts.who.fields) { $1 }
        fields["FACTS"] = try JSON.line(facts)
        return Entry(
            .confirmed, .notice,
            "已确认：\(facts.office)的记录从台账 \(junction.ledger.prefix(8)) 的第 \(junction.number) 条起接着汇集。理由：\(facts.why)。"
                + "决定人：\(facts.who.shown)。",
            fields: fields)
    }
}
