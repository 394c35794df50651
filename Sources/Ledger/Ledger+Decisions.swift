package import Foundation
import GRDB
package import Office

/// What the office decides.
extension Ledger {
    /// Takes decisions down, in their order and in one transaction, and says of each what came of it: as many answers as requests.
    /// What can't be decided changes nothing and keeps no other one back. To ask twice is to ask once.
    package func decide(
        _ requests: [DecisionRequest], by who: Decider, at date: Date
    ) throws -> [DecisionOutcome] {
        try write { database in
            try requests.map { try Self.decide($0, by: who, at: date, database) }
        }
    }

    static func decide(
        _ request: DecisionRequest, by who: Decider, at date: Date, _ database: Database
    ) throws -> DecisionOutcome {
        let why: String
        do throws(Reason.Fault) {
            why = try Reason(request.why).words
        } catch {
            return error == .missing ? .noReason : .reasonTooLong
        }
        guard let row = try currentVersion(of: request.agency, year: request.year, database) else {
            return .unknownReport
        }
        var version = try ReportVersion(row: row)
        version.decisions = try decisions(of: request.agency, year: request.year, database)
        let standing = version.standing
        switch request.step(version, standing, because: why) {
        case .left(let outcome): return outcome
        case .decide(let subject, let words):
            let facts = DecisionFacts(subject, words: words, why: why, who: who)
            return .taken(try record(facts, subject, on: &version, at: date, database))
        case .withdraw(let decision):
            let facts = WithdrawalFacts(decision: decision.id, why: why, who: who)
            return .taken(try record(facts, of: decision, on: &version, at: date, database))
        }
    }

    /// Takes down a decision on a current version, which has it from then on.
    @discardableResult static func record(
        _ facts: DecisionFacts, _ subject: Decision.Subject, on version: inout ReportVersion, at date: Date,
        _ database: Database
    ) throws -> Decision {
        let number = try StoredRecord.lastNumber(in: database) + 1
        let decision = Decision(
            id: number, version: version.version, subject: subject, words: facts.words, why: facts.why,
            who: facts.who, at: date)
        version.decisions.append(decision)
        try append([.decided(decision, version, facts)], at: date, database)
        try insert(facts, ReportKey(version), number, at: date, database)
        try enqueueAll(showing: ReportKey(version), from: version.version, database)
        return decision
    }

    /// Takes down the end of a decision on a current version, which is without it from then on.
    @discardableResult static func record(
        _ facts: WithdrawalFacts, of decision: Decision, on version: inout ReportVersion, at date: Date,
        _ database: Database
    ) throws -> Decision {
        let number = try StoredRecord.lastNumber(in: database) + 1
        var ended = decision
        ended.withdrawal = Decision.Withdrawal(id: number, why: facts.why, who: facts.who, at: date)
        version.decisions = version.decisions.map { $0.id == ended.id ? ended : $0 }
        try append([.withdrawn(ended, version, facts)], at: date, database)
        try withdraw(facts, of: ReportKey(version), number, at: date, database)
        try enqueueAll(showing: ReportKey(version), from: decision.version, database)
        return ended
    }

    static func insert(
        _ facts: DecisionFacts, _ told: ReportKey, _ number: Int, at time: some DatabaseValueConvertible,
        _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT INTO decision (id, year, agency, version, facts, at) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [number, told.year, told.agency, told.number, try JSON.line(facts), time])
        try settle(told.agency, year: told.year, database)
    }

    static func withdraw(
        _ facts: WithdrawalFacts, of told: ReportKey, _ number: Int, at time: some DatabaseValueConvertible,
        _ database: Database
    ) throws {
        try database.execute(
            cached: """
                UPDATE decision SET withdrawal = ?, withdrawn = ?, ending = ?
                WHERE id = ? AND year = ? AND agency = ? AND withdrawn IS NULL
                """,
            arguments: [try JSON.line(facts), time, number, facts.decision, told.year, told.agency])
        guard database.changesCount == 1 else { throw Failure.damaged("decision \(facts.decision)") }
        try settle(told.agency, year: told.year, database)
    }

    /// Has everything show how the versions of a report stand from one on.
    private static func enqueueAll(showing told: ReportKey, from first: Int, _ database: Database) throws {
        let versions = try Int64.fetchAll(
            database, cached: "SELECT id FROM version WHERE year = ? AND agency = ? AND number >= ?",
            arguments: [told.year, told.agency, first])
        for version in versions { try enqueueAll(showing: version, of: told.year, database) }
    }
}
