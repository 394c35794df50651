import GRDB
package import Reports

/// The prose by which later reports are compared with one. It stands in the ledger alone and in no record: the journal is read by
/// more people than the archive is. So a ledger that was made anew lacks it until it has been read from the archive once more.
extension Ledger {
    /// The next versions whose texts are to be read from the archive, in the order in which they came. One that the archive lacks
    /// is among them too.
    package func versionsWithoutTexts(limit: Int) throws -> [ArchivedVersion] {
        try read { database in
            try Self.archived(
                """
                SELECT version.* FROM version JOIN missing_text ON missing_text.version = version.id
                ORDER BY version.id LIMIT ?
                """, [limit], database)
        }
    }

    /// Keeps the texts of a version that lacked them; none where they can't be read any more. Nothing else of it changes.
    package func restore(_ texts: [Section: String], of kept: ArchivedVersion) throws {
        try write { database in try Self.keep(texts, of: kept.id, database) }
    }

    /// Keeps a version's texts in the place of those that it had; `nil` for texts that only the archive knows.
    static func keep(_ texts: [Section: String]?, of version: Int64, _ database: Database) throws {
        try dropSketches(upTo: version, database)
        for table in ["passage", "missing_text"] {
            try database.execute(cached: "DELETE FROM \(table) WHERE version = ?", arguments: [version])
        }
        guard let texts else {
            // A file that was not read has no text, and one without a hash is not in the archive.
            return try database.execute(
                cached: """
                    INSERT INTO missing_text SELECT id FROM version
                    WHERE id = ? AND verdict <> 'unreadable' AND result ->> '$.sha256' <> ''
                    """,
                arguments: [version])
        }
        for (section, text) in texts {
            try database.execute(
                cached: "INSERT INTO passage (version, section, text) VALUES (?, ?, ?)",
                arguments: [version, section.rawValue, text.masked])
        }
        try sketchCurrent(besides: version, database)
    }
}
