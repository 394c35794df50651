import GRDB

/// Step 2: records are chained and confirmed by the journal, figures are kept and not counted, and what was written or
/// watched is known by its marks, so that a change by somebody else shows.
extension Schema {
    static func chain(_ database: Database) throws {
        try database.execute(sql: second)
        try linkAll(database)
    }

    /// Links records that an earlier schema kept without.
    private static func linkAll(_ database: Database) throws {
        var previous = ""
        let records = try StoredRecord.all(in: database)
        var links: [(number: Int, link: String)] = []
        while let record = try records.next() {
            previous = RecordChain.link(after: previous, record)
            links.append((record.number, previous))
        }
        for (number, link) in links {
            try database.execute(sql: "UPDATE record SET chain = ? WHERE number = ?", arguments: [link, number])
        }
    }

    private static let second = """
        -- The first edition of the program that can work with these tables.
        ALTER TABLE identity ADD COLUMN needs TEXT NOT NULL DEFAULT '0.1.0';

        ALTER TABLE record ADD COLUMN chain TEXT NOT NULL DEFAULT '';
        ALTER TABLE record ADD COLUMN confirmed TEXT;   -- read back from the journal
        ALTER TABLE record ADD COLUMN losses INTEGER NOT NULL DEFAULT 0;  -- how often it was sent and dropped
        UPDATE record SET confirmed = sent;
        CREATE INDEX record_unconfirmed ON record (number) WHERE confirmed IS NULL;

        -- What was written last, to know a status file that somebody else changed or removed.
        ALTER TABLE publication ADD COLUMN stamp TEXT;
        ALTER TABLE publication ADD COLUMN digest TEXT;

        -- The inbox as it was when it was last trusted.
        CREATE TABLE inbox (
            path TEXT PRIMARY KEY,
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            magic INTEGER NOT NULL,
            held INTEGER NOT NULL            -- whether there was anything in it
        ) STRICT;

        -- How many there are of what: kept by the triggers, since counting anew takes longer the more there is.
        CREATE TABLE figure (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        INSERT INTO figure SELECT 'verdict/' || verdict, count(*) FROM version AS newest
            WHERE number = (SELECT max(number) FROM version WHERE year = newest.year AND agency = newest.agency)
            GROUP BY verdict;
        INSERT INTO figure SELECT 'unsent', count(*) FROM record WHERE sent IS NULL;
        INSERT INTO figure SELECT 'unconfirmed', count(*) FROM record WHERE sent IS NOT NULL AND confirmed IS NULL;

        CREATE TRIGGER version_counted AFTER INSERT ON version BEGIN
            UPDATE figure SET value = value - 1 WHERE name = (
                SELECT 'verdict/' || verdict FROM version
                WHERE year = new.year AND agency = new.agency AND number < new.number ORDER BY number DESC LIMIT 1);
            INSERT INTO figure VALUES ('verdict/' || new.verdict, 1) ON CONFLICT DO UPDATE SET value = value + 1;
        END;
        CREATE TRIGGER version_recounted AFTER UPDATE OF verdict ON version
        WHEN new.number = (SELECT max(number) FROM version WHERE year = new.year AND agency = new.agency) BEGIN
            UPDATE figure SET value = value - 1 WHERE name = 'verdict/' || old.verdict;
            INSERT INTO figure VALUES ('verdict/' || new.verdict, 1) ON CONFLICT DO UPDATE SET value = value + 1;
        END;
        CREATE TRIGGER record_counted AFTER INSERT ON record BEGIN
            UPDATE figure SET value = value + (new.sent IS NULL) WHERE name = 'unsent';
            UPDATE figure SET value = value + (new.sent IS NOT NULL AND new.confirmed IS NULL)
                WHERE name = 'unconfirmed';
        END;
        CREATE TRIGGER record_recounted AFTER UPDATE OF sent, confirmed ON record BEGIN
            UPDATE figure SET value = value + (new.sent IS NULL) - (old.sent IS NULL) WHERE name = 'unsent';
            UPDATE figure SET value = value + (new.sent IS NOT NULL AND new.confirmed IS NULL)
                - (old.sent IS NOT NULL AND old.confirmed IS NULL) WHERE name = 'unconfirmed';
        END;
        """
}
