package import Foundation
import GRDB
package import Office

/// What the office has decided on the times of arrival.
extension Ledger {
    /// Records when the report of an agency for a year counts as handed in. `shown` is the time as people read it.
    package func accept(_ filing: Filing, time: Date, shown: String, why: String, at date: Date) throws {
        try write { database in
            let facts = AcceptanceFacts(time: String.fromDatabaseValue(time.databaseValue) ?? "", why: why)
            try Self.insert(facts, year: filing.year, agency: filing.agency, at: date, database)
            try Self.append([.acceptedTime(filing, shown: shown, facts)], at: date, database)
            try Self.enqueue([.overview, .status], version: 0, database)
        }
    }

    static func insert(
        _ facts: AcceptanceFacts, year: String, agency: String, at time: some DatabaseValueConvertible,
        _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT INTO acceptance (year, agency, time, why, at) VALUES (?, ?, ?, ?, ?)",
            arguments: [year, agency, facts.time, facts.why, time])
    }

    /// All that the office has said on when the report of an agency for a year was handed in, the first first. The last counts.
    package func acceptedTimes(of filing: Filing) throws -> [AcceptedTime] {
        try read { database in try Self.acceptedTimes(of: filing, database) }
    }

    static func acceptedTimes(of filing: Filing, _ database: Database) throws -> [AcceptedTime] {
        try AcceptedTime.fetchAll(
            database, cached: "SELECT * FROM acceptance WHERE year = ? AND agency = ? ORDER BY id",
            arguments: [filing.year, filing.agency])
    }
}

/// When a report counts as handed in, because the office says so.
package struct AcceptedTime: Sendable, Equatable, Decodable, FetchableRecord {
    package var time: Date
    /// The office's reason.
    package var why: String
    /// When the office said so.
    package var at: Date
}
