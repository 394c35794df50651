import GRDB

/// The tables of the ledger. A step that was released is never edited; the next one changes what it left.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in try database.execute(sql: first) }
        migrator.registerMigration("2", migrate: chain)
        migrator.registerMigration("alerts", migrate: alerts)
        migrator.registerMigration("sketches", migrate: sketches)
        migrator.registerMigration("alert-figures", migrate: alertFigures)
        migrator.registerMigration("judging", migrate: judging)
        migrator.registerMigration("outbox", migrate: outbox)
        migrator.registerMigration("damping", migrate: damping)
        migrator.registerMigration("seals", migrate: seals)
        migrator.registerMigration("pruning", migrate: pruning)
        migrator.registerMigration("texts", migrate: texts)
        migrator.registerMigration("succession", migrate: succession)
        migrator.registerMigration("former-names", migrate: formerNames)
        migrator.registerMigration("rejudging", migrate: rejudging)
        migrator.registerMigration("tables-basis", migrate: tablesBasis)
        migrator.registerMigration("summaries", migrate: summaries)
        migrator.registerMigration("decisions", migrate: decisions)
        migrator.registerMigration("desk", migrate: desk)
        migrator.registerMigration("returns", migrate: returns)
        migrator.registerMigration("entered", migrate: entered)
        migrator.registerMigration("years", migrate: years)
        migrator.registerMigration("sketch-blocks", migrate: sketchBlocks)
        migrator.registerMigration("given", migrate: given)
        migrator.registerMigration("filed-names", migrate: filedNames)
        migrator.registerMigration("office", migrate: office)
        migrator.registerMigration("collecting", migrate: collecting)
        migrator.registerMigration("collecting-due", migrate: collectingDue)
        migrator.registerMigration("collecting-abandoned", migrate: collectingAbandoned)
        migrator.registerMigration("moved", migrate: moved)
        migrator.registerMigration("placement-basis", migrate: placementBasis)
        migrator.registerMigration("endings", migrate: endings)
        migrator.registerMigration("collecting-strays", migrate: collectingStrays)
        migrator.registerMigration("collecting-undo", migrate: collectingUndo)
        return migrator
    }

    /// Times are UTC. `sent`, `shown`, `written` and `cleared` are the done marks of the outbox.
    private static let first = """
        -- Tells this ledger's records from those of any other in the same journal.
        CREATE TABLE identity (id TEXT NOT NULL) STRICT;
        INSERT INTO identity VALUES (lower(hex(randomblob(16))));

        -- A version of an agency's report for a year, and what was found in it.
        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            year TEXT NOT NULL,
            agency TEXT NOT NULL,
            number INTEGER NOT NULL,
            content TEXT NOT NULL UNIQUE,   -- names the copy in the archive
            verdict TEXT NOT NULL,
            result TEXT NOT NULL,           -- nianbao.result/1
            at TEXT NOT NULL,
            UNIQUE (year, agency, number)
        ) STRICT;

        -- The prose by which reports are compared with each other.
        CREATE TABLE passage (
            version INTEGER NOT NULL REFERENCES version (id),
            section INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (version, section)
        ) STRICT;

        -- A result that a later look at the same bytes has replaced.
        CREATE TABLE superseded (
            version INTEGER NOT NULL REFERENCES version (id),
            result TEXT NOT NULL,
            until TEXT NOT NULL
        ) STRICT;

        -- A file that came; the same bytes can come often.
        CREATE TABLE arrival (
            id INTEGER PRIMARY KEY,
            folder BLOB,                    -- raw bytes; NULL in the inbox itself
            name BLOB NOT NULL,
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,      -- nanoseconds since 1970
            changed INTEGER NOT NULL,
            version INTEGER NOT NULL REFERENCES version (id),
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX arrival_name ON arrival (name, folder);

        -- Inspections that were begun and did not end: the runs of the daemon that died of these bytes, or on the way.
        CREATE TABLE attempt (
            content TEXT PRIMARY KEY,
            run TEXT NOT NULL,
            begun INTEGER NOT NULL DEFAULT 1
        ) STRICT;

        -- What the journal is to be told.
        CREATE TABLE record (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            event TEXT NOT NULL,
            priority INTEGER NOT NULL,
            message TEXT NOT NULL,
            fields TEXT NOT NULL,
            at TEXT NOT NULL,
            sent TEXT,                      -- given to the journal
            shown TEXT                      -- printed on standard output
        ) STRICT;
        CREATE INDEX record_unsent ON record (number) WHERE sent IS NULL;
        CREATE INDEX record_unshown ON record (number) WHERE shown IS NULL;

        -- The status files. One is pending while what is written is behind what is wanted.
        CREATE TABLE publication (
            page TEXT NOT NULL,
            version INTEGER NOT NULL,       -- 0 where the page is about all of them
            wanted INTEGER NOT NULL DEFAULT 1,
            written INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (page, version)
        ) STRICT;
        CREATE INDEX publication_owed ON publication (version) WHERE written < wanted;

        -- What is wrong, or was.
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            message TEXT NOT NULL,
            since TEXT NOT NULL,
            cleared TEXT
        ) STRICT;
        CREATE UNIQUE INDEX alert_firing ON alert (kind, subject) WHERE cleared IS NULL;
        """
}
