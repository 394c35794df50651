import GRDB

extension Schema {
    /// The offices whose records are collected here. What is known of their bodies follows from copies of their ledgers, and is made anew
    /// whenever one of these has got further.
    static func collecting(_ database: Database) throws { try database.execute(sql: collectingTables) }

    /// At New Year another year falls due, of which nothing need have come: the year that was due when the tables were made.
    static func collectingDue(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE office ADD COLUMN due INTEGER")
    }

    /// In the copy of an office's ledger, what was followed once: a person has had another way taken then. It may be sent again.
    static func collectingAbandoned(_ database: Database) throws {
        try database.execute(
            sql:
                "CREATE TABLE abandoned (number INTEGER NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (number, chain)) STRICT"
        )
    }

    /// The columns of a primary key come first where the rows are kept by it: SQLite before 3.41 takes a NULL in another column for a fault
    /// of the file otherwise (`PRAGMA quick_check`).
    private static let collectingTables = """
        CREATE TABLE office (
            name TEXT PRIMARY KEY,
            source TEXT NOT NULL,           -- who sends its records: the name of a certificate
            ledger TEXT NOT NULL UNIQUE,    -- whose records are followed
            record INTEGER NOT NULL,        -- the last one that the tables below show
            recorded TEXT,                  -- when, by the office's clock
            began TEXT                      -- the day of its first report, 2025-01-09
        ) STRICT;

        CREATE TABLE office_body (
            office TEXT NOT NULL,
            year TEXT NOT NULL,
            position INTEGER NOT NULL,      -- in the roster of the office
            agency TEXT NOT NULL,
            "group" TEXT NOT NULL,
            sums_up INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            deadline TEXT,                  -- 2025-01-31
            last_day TEXT,                  -- with the days of grace
            verdict TEXT,                   -- NULL where no report has come
            version INTEGER,
            received TEXT,
            errors INTEGER,
            warnings INTEGER,
            waived INTEGER,
            entered INTEGER,
            late INTEGER NOT NULL,          -- whether its first version came after the last day
            PRIMARY KEY (office, year, position)
        ) STRICT;

        CREATE TABLE office_sum (
            office TEXT NOT NULL,
            year INTEGER NOT NULL,
            tally TEXT NOT NULL,            -- the cells in the order of the form
            counted INTEGER NOT NULL,
            left_out INTEGER NOT NULL,
            own TEXT,
            PRIMARY KEY (office, year)
        ) STRICT;

        CREATE TABLE office_trouble (
            about TEXT NOT NULL,            -- an office, or a sender
            kind TEXT NOT NULL,
            source TEXT NOT NULL,           -- the sender; empty where none is to blame
            words TEXT NOT NULL,
            since TEXT NOT NULL,
            ledger TEXT,                    -- from where its records could be followed
            number INTEGER,
            link TEXT,
            PRIMARY KEY (about, kind, source)
        ) STRICT;

        -- What was followed once, and when it was replaced.
        CREATE TABLE former_ledger (ledger TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;

        -- Records that tell of what is not there, or in a way that the edition did not know that took them over.
        CREATE TABLE office_unusable (
            office TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (office, number)
        ) STRICT;

        CREATE TABLE confirmation (
            id INTEGER PRIMARY KEY,         -- the number of the record that tells of it
            office TEXT NOT NULL,
            facts TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        """
}
