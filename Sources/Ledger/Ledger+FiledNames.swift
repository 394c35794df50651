package import Foundation
import GRDB
package import Office

/// Bodies that have reports under several names.
extension Ledger {
    /// Goes by the names of a roster: what shows a body is asked for again also when a report of it comes under a former name, and what the
    /// office has decided on such a report holds for the body.
    package func adoptNames(_ names: FiledNames, at date: Date) throws {
        guard try read(Self.heldNames) != names.present else { return }
        try write { database in
            try database.execute(cached: "DELETE FROM former_name")
            for (name, agency) in names.present {
                try database.execute(cached: "INSERT INTO former_name VALUES (?, ?)", arguments: [name, agency])
            }
            for agency in Set(names.present.values).sorted() {
                let years = try String.fetchAll(
                    database,
                    cached: """
                        SELECT DISTINCT year FROM decision WHERE agency IN (SELECT value FROM json_each(?)) ORDER BY year
                        """,
                    arguments: [try JSON.line(names.all(of: agency))])
                for year in years { try Self.carryDecisions(to: agency, in: year, at: date, database) }
            }
        }
    }

    /// The names that were adopted last.
    static func adoptedNames(_ database: Database) throws -> FiledNames {
        FiledNames(present: try heldNames(database))
    }

    private static func heldNames(_ database: Database) throws -> [String: String] {
        try Row.fetchAll(database, cached: "SELECT name, agency FROM former_name")
            .reduce(into: [:]) { held, row in held[row["name"]] = row["agency"] }
    }

    /// The names whose report for a year does not count because its body has a later one, each with the name under which that is filed.
    static func replaced(_ names: FiledNames, in year: String, _ database: Database) throws -> [String: String] {
        guard !names.present.isEmpty else { return [:] }
        return names.replaced(
            try Row.fetchAll(
                database,
                cached: """
                    SELECT agency, at, \(putAt(of: "current")) AS put FROM (\(currentVersions)) AS current WHERE year = ?
                    """,
                arguments: [year]
            ).map { (name: $0["agency"] as String, at: $0["at"] as Date, put: $0["put"] as Int? ?? 0) })
    }

    /// In SQL the time of the file that a version in a row of `table` came in.
    static func putAt(of table: String) -> String {
        "(SELECT modified FROM arrival WHERE version = \(table).id ORDER BY arrival.id LIMIT 1)"
    }

    /// The name under which the report of a body for a year is filed that counts; the body goes by any of its names.
    static func filedName(of agency: String, in year: String, _ database: Database) throws -> String {
        try names(of: agency, in: year, adoptedNames(database), database)
            .first { try currentVersion(of: $0, year: year, database) != nil } ?? agency
    }

    /// All names of a body; of those that have a report for a year, the one whose report counts comes first.
    static func names(
        of agency: String, in year: String, _ names: FiledNames, _ database: Database
    ) throws -> [String] {
        let all = names.all(of: agency)
        let counting = Set(try replaced(names, in: year, database).values)
        return all.filter(counting.contains) + all.filter { !counting.contains($0) }
    }
}

extension Schema {
    /// It follows from no record: it is what the roster says.
    static func filedNames(_ database: Database) throws {
        try database.execute(
            sql: """
                -- The names under which reports of bodies are filed that have another one by now.
                CREATE TABLE former_name (
                    name TEXT PRIMARY KEY,
                    agency TEXT NOT NULL    -- as its reports are filed now
                ) STRICT;
                """)
    }
}
