package import Foundation
import GRDB
import Linux
import Office
package import Reports

/// What others must know of the office whose ledger it is.
extension Ledger {
    /// Under which name the office sends what is recorded from now on; empty where it sends it to nobody. It is a field of each record, and
    /// so part of the chain.
    package func name(office: String) throws {
        guard try read(Self.office) != office else { return }
        try write { try $0.execute(sql: "UPDATE identity SET office = ?", arguments: [office]) }
    }

    static func office(_ database: Database) throws -> String {
        try String.fetchOne(database, cached: "SELECT office FROM identity") ?? ""
    }

    /// Records from whom the office expects reports and by when, where the last record says otherwise.
    package func note(_ roster: Roster, at date: Date) throws {
        let facts = RosterFacts(roster)
        guard try read({ try Self.isNews(facts, $0) }) else { return }
        try write { database in
            guard try Self.isNews(facts, database) else { return }
            try Self.append([.roster(facts)], at: date, database)
            try Self.insert(facts, StoredRecord.lastNumber(in: database), at: date, database)
        }
    }

    static func insert(
        _ facts: RosterFacts, _ number: Int, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT INTO roster (id, facts, at) VALUES (?, ?, ?)",
            arguments: [number, JSON.line(facts), time])
    }

    /// The roster that the last record tells of.
    static func roster(_ database: Database) throws -> RosterFacts? {
        let text = try String.fetchOne(database, cached: "SELECT facts FROM roster ORDER BY id DESC LIMIT 1")
        return try text.map { try JSON.value(RosterFacts.self, from: $0) }
    }

    /// An office without a roster that never had one has nothing to tell.
    private static func isNews(_ facts: RosterFacts, _ database: Database) throws -> Bool {
        guard let known = try roster(database) else { return !facts.bodies.isEmpty }
        return known != facts
    }
}

extension Entry {
    fileprivate static func roster(_ facts: RosterFacts) throws -> Entry {
        let count = facts.bodies.count
        let fields = ["COUNT": String(count), "FACTS": try JSON.line(facts)]
        return Entry(
            .roster, .info, count == 0 ? "不再按名录收报告。" : "名录已登记：应报送的单位 \(count) 个。", fields: fields)
    }
}
