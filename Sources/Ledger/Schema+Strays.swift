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
                    fits INTEGER NOT NULL,          -- whether it follows from what is followed
                    PRIMARY KEY (number, link, complaint)
                ) STRICT;

                CREATE TABLE seen (file TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT;
                """)
    }

    /// What it takes to go back behind what a person has confirmed, and to know in a copy that is made anew what was decided.
    static func collectingUndo(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE office_trouble ADD COLUMN junction TEXT;    -- all of it
                ALTER TABLE confirmation ADD COLUMN undone INTEGER;     -- the number of the record that takes it back

                ALTER TABLE former_ledger ADD COLUMN source TEXT;       -- whose history it is, where it was never shown

                -- Of each copy, what is in its table "abandoned".
                CREATE TABLE office_abandoned (
                    ledger TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    chain TEXT NOT NULL,
                    PRIMARY KEY (ledger, number, chain)
                ) STRICT;

                -- In the copy of an office's ledger, from which record on they came from which sender.
                CREATE TABLE origin (number INTEGER PRIMARY KEY, sender TEXT NOT NULL) STRICT;
                """)
    }
}
