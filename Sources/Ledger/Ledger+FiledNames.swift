package import Foundation
import GRDB
package import Office

/// Bodies that have reports under several names.
extension Ledger {
    /// Goes by the names of a roster: what shows a body is asked for again also when a report of it comes under a former name, and what the
    /// office has decided on such a report holds for the body.
    package func adoptNames(_ names: FiledNames, at date: Date) throws {
        let held = FiledNames(present: try read(Self.heldNames))
        guard held.present != names.present else { return }
        try write { database in
            try database.execute(cached: "DELETE FROM former_name")
            for (name, agency) in names.present {
                try database.execute(cached: "INSERT INTO former_name VALUES (?, ?)", arguments: [name, agency])
            }
            for agency in Set(names.present.values).union(held.present.values).sorted() {
                let years = try String.fetchAll(
                    database,
                    cached: """
                        SELECT DISTINCT year FROM decision WHERE agency IN (SELECT value FROM json_each(?)) ORDER BY year
                        """,
                    arguments: [try JSON.line(names.all(of: agency) + held.all(of: agency))])
                for year in years {
                    try Self.carryDecisions(to: agency, in: year, at: date, database)
                    try Self.enqueueReceipt(of: agency, in: year, names, database)
                }
            }
        }
    }

    /// A receipt tells of what was decided under other names of its body.
    private static func enqueueReceipt(
        of agency: String, in year: String, _ names: FiledNames, _ database: Database
    ) throws {
        guard let row = try countingVersion(of: agency, in: year, names, database) else { return }
        try enqueue([.receipt], version: row["id"], database)
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
            ).map(filed))
    }

    /// In SQL the time of the file that a version in a row of `table` came in.
    static func putAt(of table: String) -> String {
        "(SELECT modified FROM arrival WHERE version = \(table).id ORDER BY arrival.id LIMIT 1)"
    }

    /// The version that counts for a body in a year, under whichever of its names it is filed and whichever the body goes by: the one that
    /// lists show, totals sum, and commands mean; `nil` where the body has no report.
    static func countingVersion(
        of agency: String, in year: String, _ names: FiledNames, _ database: Database
    ) throws -> Row? {
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT *, \(putAt(of: "current")) AS put FROM (\(currentVersions)) AS current
                WHERE year = ? AND agency IN (SELECT value FROM json_each(?))
                """,
            arguments: [year, try JSON.line(names.all(of: agency))])
        let replaced = names.replaced(rows.map(Self.filed))
        return rows.first { replaced[$0["agency"]] == nil }
    }

    private static func filed(_ row: Row) -> (name: String, at: Date, put: Int) {
        (row["agency"], row["at"], row["put"] ?? 0)
    }

    /// The name under which the report of a body for a year is filed that counts; the body goes by any of its names.
    static func filedName(of agency: String, in year: String, _ database: Database) throws -> String {
        try countingVersion(of: agency, in: year, adoptedNames(database), database)?["agency"] ?? agency
    }

    /// All names of a body; where it has a report for a year, the one under which that is filed comes first.
    static func names(
        of agency: String, in year: String, _ names: FiledNames, _ database: Database
    ) throws -> [String] {
        let all = names.all(of: agency)
        guard let counting = try countingVersion(of: agency, in: year, names, database) else { return all }
        return [counting["agency"]] + all.filter { $0 != counting["agency"] }
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
