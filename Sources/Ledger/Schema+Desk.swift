import GRDB

extension Schema {
    /// What the office has put into its folder.
    static func desk(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE desk_file (
                    id INTEGER PRIMARY KEY,         -- the number of the record that tells of it
                    content TEXT NOT NULL UNIQUE,   -- names the copy in the archive
                    facts TEXT NOT NULL,            -- what came of it
                    at TEXT NOT NULL
                ) STRICT;
                """)
    }
}
