import GRDB

extension Schema {
    /// In the copy of an office's ledger, what came under the numbers of its records and is none of them, and how far the journals have been
    /// gone through for that.
    static func collectingStrays(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE stray (
                    number INTEGER NOT NULL,        -- 0 where it says none
                    link TEXT NOT NULL,
                    complaint TEXT NOT NULL,        -- why it can't be a record at all; empty where it can
                    PRIMARY KEY (number, link, complaint)
                ) STRICT;

                CREATE TABLE seen (file TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT;
                """)
    }
}
