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
    /// Which ledger the office had before, and which office the ledger, so that it can be taken back.
    var before: [Holding]?

    /// Of which office a ledger is, and who sends it.
    struct Holding: Codable, Sendable {
        let office: String
        let ledger: String
        let source: String
    }

    /// Whether a person can have said so.
    var isInBounds: Bool {
        Filing.isFolderName(office) && RecordBounds.numbers.contains(junction.number)
            && RecordBounds.isDigest(junction.link) && JournalRecords.isID(junction.ledger)
            && junction.after.map { (0..<junction.number).contains($0) } ?? true
            && [junction.content, junction.replaced?.link, junction.replaced?.content].compactMap(\.self)
                .allSatisfy(RecordBounds.isDigest)
            && (before ?? []).allSatisfy { Filing.isFolderName($0.office) && JournalRecords.isID($0.ledger) }
    }
}

/// What the ledger needs to know where a confirmation is taken back: the field `NIANBAO_FACTS`.
struct UndoingFacts: Codable, Sendable {
    let office: String
    /// The number of the record of the confirmation.
    let confirmation: Int
    let why: String
    let who: Decider
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
            // What comes first in the chain is decided first.
            let known = try Self.troubles(of: nil, database).map(\.found)
                .filter { $0.about == office }
                .min { ($0.junction?.number ?? .max) < ($1.junction?.number ?? .max) }
            guard let trouble = known, var junction = trouble.junction else { return .nothingToConfirm }
            junction.after = try Self.followed(of: junction, by: office, database)
            let facts = ConfirmationFacts(
                office: office, junction: junction, source: trouble.source, why: reason, who: who,
                before: try Self.holdings(of: office, junction.ledger, database))
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
                cached: "UPDATE office SET source = ?, record = 0, due = NULL WHERE name = ?",
                arguments: [facts.source, facts.office])
            try database.execute(
                cached: "DELETE FROM office_unusable WHERE office = ? AND number >= ?",
                arguments: [facts.office, facts.junction.number])
        } else {
            try follow(facts.junction.ledger, of: facts.office, from: facts.source, at: time, database)
        }
    }

    private static func holdings(
        of office: String, _ ledger: String, _ database: Database
    ) throws -> [ConfirmationFacts.Holding] {
        try Row.fetchAll(
            database, cached: "SELECT name, ledger, source FROM office WHERE name = ? OR ledger = ? ORDER BY name",
            arguments: [office, ledger]
        ).map { ConfirmationFacts.Holding(office: $0["name"], ledger: $0["ledger"], source: $0["source"]) }
    }

    /// What has been decided last: a number that is higher with each confirmation, and with each that is taken back; 0 where there is none.
    package nonisolated func lastConfirmation() throws -> Int {
        try view { try Int.fetchOne($0, cached: "SELECT max(max(id, coalesce(undone, 0))) FROM confirmation") ?? 0 }
    }

    /// What persons have decided, by ledger.
    package nonisolated func decisions() throws -> [String: LedgerDecisions] {
        try view { database in
            var decisions: [String: LedgerDecisions] = [:]
            for known in try Self.confirmations(database) {
                decisions[known.facts.junction.ledger, default: LedgerDecisions()].add(
                    known.facts, isUndone: known.isUndone)
            }
            return decisions
        }
    }
}

extension LedgerDecisions {
    /// Adds a decision that was made after all others.
    fileprivate mutating func add(_ facts: ConfirmationFacts, isUndone: Bool) {
        ways.append(Way(junction: facts.junction, isUndone: isUndone))
        let before = facts.before?.first { $0.ledger == facts.junction.ledger }
        if isUndone {
            if let before, before.source != facts.source { refused.insert(facts.source) }
        } else {
            refused.remove(facts.source)
            // An office that only has another certificate has sent its own records before, too.
            if let before, before.office != facts.office { refused.insert(before.source) }
        }
    }
}

// MARK: Taking back

extension Ledger {
    /// What came of taking a confirmation back.
    package enum Undone: Sendable, Equatable {
        /// The records are followed as they were before it.
        case undone(Junction)
        case nothingToUndo
        /// Something was confirmed later that rests on it, of this office.
        case restsUnder(String)
        case reasonless
    }

    /// Takes back what was confirmed last of an office, and takes down who said so and why.
    package func undo(_ office: String, why: String, by who: Decider, at date: Date) throws -> Undone {
        let reason: String
        do throws(Reason.Fault) {
            reason = try Reason(why).words
        } catch {
            return .reasonless
        }
        return try write { database in
            let known = try Self.confirmations(database).filter { !$0.isUndone }
            // It may have had another name then.
            let ledger = try String.fetchOne(
                database, cached: "SELECT ledger FROM office WHERE name = ?", arguments: [office])
            let last = known.last { $0.facts.office == office || $0.facts.junction.ledger == ledger }
            guard let last else { return .nothingToUndo }
            if let later = known.last(where: { $0.number > last.number && $0.facts.touches(last.facts) }) {
                return .restsUnder(later.facts.office)
            }
            let facts = UndoingFacts(office: office, confirmation: last.number, why: reason, who: who)
            try Self.append([.undone(facts, last.facts.junction)], at: date, database)
            try Self.undo(facts, StoredRecord.lastNumber(in: database), at: date, database)
            return .undone(last.facts.junction)
        }
    }

    /// Has what a confirmation has changed be as it was before it.
    static func undo(
        _ undoing: UndoingFacts, _ number: Int, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        guard
            let known = try confirmations(database).first(where: { $0.number == undoing.confirmation && !$0.isUndone })
        else { throw Failure.damaged("confirmation") }
        try database.execute(
            cached: "UPDATE confirmation SET undone = ? WHERE id = ?", arguments: [number, undoing.confirmation])
        let facts = known.facts
        let present = try Row.fetchOne(
            database, cached: "SELECT name, source FROM office WHERE ledger = ?", arguments: [facts.junction.ledger])
        // It may have been renamed since, and have another certificate.
        let name: String = present?["name"] ?? facts.office
        guard let before = facts.before else { return try showAnew(name, database) }
        let hadLedger = before.contains { $0.office == facts.office }
        if !hadLedger { try takeOff(name, database) }
        for holding in before {
            let isSame = holding.office == facts.office && holding.ledger == facts.junction.ledger
            let source: String? = isSame ? present?["source"] : nil
            let office = holding.office == facts.office ? name : holding.office
            try hold(
                .init(
                    office: office, ledger: holding.ledger,
                    source: source == facts.source ? holding.source : source ?? holding.source),
                at: time, database)
        }
        // Beside another one it is as new as it was; alone it is not to be followed unasked.
        let sql =
            hadLedger
            ? "DELETE FROM former_ledger WHERE ledger = ? AND ledger NOT IN (SELECT ledger FROM office)"
            : "INSERT OR IGNORE INTO former_ledger (ledger, at) SELECT ?1, ?2 WHERE ?1 NOT IN (SELECT ledger FROM office)"
        let ledger = facts.junction.ledger
        try database.execute(cached: sql, arguments: hadLedger ? [ledger] : [ledger, time])
    }

    /// An office has a ledger from a sender; all that is shown of it is made anew.
    private static func hold(
        _ holding: ConfirmationFacts.Holding, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        let known = try String.fetchOne(
            database, cached: "SELECT ledger FROM office WHERE name = ?", arguments: [holding.office])
        guard known == holding.ledger else {
            return try follow(holding.ledger, of: holding.office, from: holding.source, at: time, database)
        }
        try database.execute(
            cached: "UPDATE office SET source = ? WHERE name = ?", arguments: [holding.source, holding.office])
        try showAnew(holding.office, database)
    }

    private struct KnownConfirmation {
        let number: Int
        let facts: ConfirmationFacts
        let isUndone: Bool
    }

    /// In the order in which they were made.
    private static func confirmations(_ database: Database) throws -> [KnownConfirmation] {
        try Row.fetchAll(database, cached: "SELECT id, facts, undone FROM confirmation ORDER BY id").map { row in
            KnownConfirmation(
                number: row["id"], facts: try JSON.value(ConfirmationFacts.self, from: row["facts"]),
                isUndone: row["undone"] as Int? != nil)
        }
    }
}

extension ConfirmationFacts {
    /// Whether it is about an office or a ledger that another one is about.
    fileprivate func touches(_ other: ConfirmationFacts) -> Bool {
        let (offices, ledgers) = other.subjects
        return !offices.isDisjoint(with: subjects.offices) || !ledgers.isDisjoint(with: subjects.ledgers)
    }

    private var subjects: (offices: Set<String>, ledgers: Set<String>) {
        (Set([office] + (before ?? []).map(\.office)), Set([junction.ledger] + (before ?? []).map(\.ledger)))
    }
}

// MARK: What a copy has left behind

extension Ledger {
    /// The records that the copy of a ledger has left behind, for one that is made anew.
    package nonisolated func abandoned(of ledger: String) throws -> [Stray] {
        try view { try Self.abandoned(of: ledger, $0) }
    }

    private static func abandoned(of ledger: String, _ database: Database) throws -> [Stray] {
        try Row.fetchAll(
            database,
            cached: "SELECT number, chain FROM office_abandoned WHERE ledger = ? ORDER BY number, chain",
            arguments: [ledger]
        ).map { Stray(number: $0["number"], link: $0["chain"]) }
    }

    /// Keeps in mind what the copy of a ledger has left behind.
    package func keep(abandoned left: [Stray], of ledger: String) throws {
        guard try read({ try Self.abandoned(of: ledger, $0) }) != left else { return }
        try write(outliving: .kill) { database in
            try database.execute(cached: "DELETE FROM office_abandoned WHERE ledger = ?", arguments: [ledger])
            for one in left {
                try database.execute(
                    cached: "INSERT INTO office_abandoned (ledger, number, chain) VALUES (?, ?, ?)",
                    arguments: [ledger, one.number, one.link])
            }
        }
    }
}

extension Entry {
    fileprivate static func confirmed(_ facts: ConfirmationFacts) throws -> Entry {
        let junction = facts.junction
        return Entry(
            .confirmed, .notice,
            "已确认：\(facts.office)的记录从台账 \(junction.ledger.prefix(8)) 的第 \(junction.number) 条起接着汇集。理由：\(facts.why)。"
                + "决定人：\(facts.who.shown)。",
            fields: try fields(of: facts, facts.office, facts.why, facts.who))
    }

    fileprivate static func undone(_ facts: UndoingFacts, _ junction: Junction) throws -> Entry {
        Entry(
            .undone, .notice,
            "已撤回确认：\(facts.office)的记录不再从台账 \(junction.ledger.prefix(8)) 的第 \(junction.number) 条起接着汇集。理由：\(facts.why)。"
                + "决定人：\(facts.who.shown)。",
            fields: try fields(of: facts, facts.office, facts.why, facts.who))
    }

    private static func fields(
        of facts: some Encodable, _ office: String, _ why: String, _ who: Decider
    ) throws -> [String: String] {
        ["OF": office, "WHY": why, "FACTS": try JSON.line(facts)].merging(who.fields) { $1 }
    }
}
