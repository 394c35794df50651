import GRDB

extension Schema {
    /// Versions whose numbers a person has written down.
    static func entered(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE entered (
                    version INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
                    facts TEXT NOT NULL             -- who, and why
                ) STRICT;
                """)
    }
}
