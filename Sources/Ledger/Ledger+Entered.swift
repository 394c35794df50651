import GRDB
package import Office

/// Versions whose numbers a person has written down.
extension Ledger {
    static func insert(_ entry: HandEntry, of version: Int64, _ database: Database) throws {
        try database.execute(
            cached: "INSERT INTO entered (version, facts) VALUES (?, ?)",
            arguments: [version, try JSON.line(entry)])
    }

    /// Who has written down the numbers of a version; `nil` where they were read.
    static func entry(of version: Int64, _ database: Database) throws -> HandEntry? {
        try String.fetchOne(database, cached: "SELECT facts FROM entered WHERE version = ?", arguments: [version])
            .map { try JSON.value(HandEntry.self, from: $0) }
    }

    /// Whether the current version of a report is made of these bytes.
    package func isCurrent(_ content: Content, of filing: Filing) throws -> Bool {
        try read { database in
            let current = try Self.currentVersion(of: filing.agency, year: filing.year, database)
            return current?["content"] == content.key
        }
    }
}
