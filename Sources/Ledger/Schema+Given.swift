import GRDB
import Office

/// A version that somebody outside was told of: a page of it lies in the status folder.
package struct GivenVersion: Sendable, Hashable {
    let year, agency: String
    let number: Int
    /// What its bytes are known by; `nil` where the page does not say.
    let content: String?

    /// `nil` where it is out of the bounds of what a ledger gives.
    package init?(year: String, agency: String, number: Int, content: String?) {
        guard Filing.isFolderName(year), Filing.isFolderName(agency), RecordBounds.versions.contains(number) else {
            return nil
        }
        (self.year, self.agency, self.number, self.content) = (year, agency, number, content)
    }
}

extension Schema {
    /// The number of a version that others were told of, where no record of it is left. It follows from no record: what is missing can't be told.
    static func given(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE given (
                    year TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    content TEXT,
                    PRIMARY KEY (year, agency)
                ) STRICT;
                """)
    }
}

extension Ledger {
    /// Sees to it that no other bytes get the number of a version that others were told of and the ledger does not know.
    static func hold(_ given: GivenVersion, _ database: Database) throws {
        guard try lastNumber(given.year, given.agency, database) < given.number else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO given (year, agency, number, content) VALUES (?, ?, ?, ?)",
            arguments: [given.year, given.agency, given.number, given.content])
    }

    /// The number of the next version: that of these very bytes where they had one that was lost, else one that nobody was given.
    static func nextNumber(_ filing: Filing, content: String, _ database: Database) throws -> Int {
        let last = try lastNumber(filing.year, filing.agency, database)
        let row = try Row.fetchOne(
            database, cached: "SELECT number, content FROM given WHERE year = ? AND agency = ? AND number > ?",
            arguments: [filing.year, filing.agency, last])
        guard let row else { return last + 1 }
        let number: Int = row["number"]
        return row["content"] == content ? number : number + 1
    }

    private static func lastNumber(_ year: String, _ agency: String, _ database: Database) throws -> Int {
        try Int.fetchOne(
            database, cached: "SELECT max(number) FROM version WHERE year = ? AND agency = ?",
            arguments: [year, agency]) ?? 0
    }
}
