import GRDB

extension Schema {
    /// Bytes can be a version twice, and a version that was nobody's report ends where its file holds a report.
    static func succession(_ database: Database) throws { try database.execute(sql: successionTables) }

    /// A file that has another name is found by its inode.
    static func formerNames(_ database: Database) throws {
        try database.execute(sql: "CREATE INDEX arrival_inode ON arrival (inode)")
    }

    private static let successionTables = """
        -- The same table, but that several versions can have the same content: bytes that are put back are a version of their own.
        CREATE TABLE version_anew (
            id INTEGER PRIMARY KEY,
            year TEXT NOT NULL,
            agency TEXT NOT NULL,
            number INTEGER NOT NULL,
            content TEXT NOT NULL,          -- names the copy in the archive
            verdict TEXT NOT NULL,
            result TEXT NOT NULL,           -- nianbao.result/1
            at TEXT NOT NULL,
            -- The report that the same file held later, where this was nobody's: such a version is history.
            successor INTEGER REFERENCES version (id),
            UNIQUE (year, agency, number)
        ) STRICT;
        INSERT INTO version_anew SELECT id, year, agency, number, content, verdict, result, at, NULL FROM version;
        DROP TABLE version;
        ALTER TABLE version_anew RENAME TO version;
        CREATE INDEX version_content ON version (content);
        CREATE INDEX arrival_version ON arrival (version);
        ALTER TABLE arrival ADD COLUMN owner INTEGER;  -- the account that the file belongs to

        CREATE TRIGGER version_counted AFTER INSERT ON version BEGIN
            UPDATE figure SET value = value - 1 WHERE name = (
                SELECT 'verdict/' || verdict FROM version
                WHERE year = new.year AND agency = new.agency AND number < new.number AND successor IS NULL
                ORDER BY number DESC LIMIT 1);
            INSERT INTO figure VALUES ('verdict/' || new.verdict, 1) ON CONFLICT DO UPDATE SET value = value + 1;
        END;
        CREATE TRIGGER version_recounted AFTER UPDATE OF verdict ON version
        WHEN new.successor IS NULL AND new.number = (
            SELECT max(number) FROM version WHERE year = new.year AND agency = new.agency AND successor IS NULL) BEGIN
            UPDATE figure SET value = value - 1 WHERE name = 'verdict/' || old.verdict;
            INSERT INTO figure VALUES ('verdict/' || new.verdict, 1) ON CONFLICT DO UPDATE SET value = value + 1;
        END;
        -- The version before, if there is one, is the current one again.
        CREATE TRIGGER version_succeeded AFTER UPDATE OF successor ON version
        WHEN old.successor IS NULL AND new.successor IS NOT NULL AND new.number > coalesce((
            SELECT max(number) FROM version WHERE year = new.year AND agency = new.agency AND successor IS NULL), 0)
        BEGIN
            UPDATE figure SET value = value - 1 WHERE name = 'verdict/' || new.verdict;
            UPDATE figure SET value = value + 1 WHERE name = (
                SELECT 'verdict/' || verdict FROM version
                WHERE year = new.year AND agency = new.agency AND successor IS NULL ORDER BY number DESC LIMIT 1);
        END;
        """
}
