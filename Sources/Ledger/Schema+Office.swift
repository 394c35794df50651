import GRDB

extension Schema {
    /// Which office's ledger it is, and which bodies that office expects reports from: what is sent to another machine says both.
    static func office(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE identity ADD COLUMN office TEXT NOT NULL DEFAULT '';

                -- The roster as a record tells of it; the last row holds.
                CREATE TABLE roster (
                    id INTEGER PRIMARY KEY,         -- the number of the record that tells of it
                    facts TEXT NOT NULL,
                    at TEXT NOT NULL
                ) STRICT;
                """)
    }
}
