import GRDB

extension Schema {
    /// Records and status files are tried as notices are: each by itself, after pauses that grow, and set aside when they fail on and on.
    static func outbox(_ database: Database) throws { try database.execute(sql: outboxColumns) }

    private static let outboxColumns = """
        ALTER TABLE record ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE record ADD COLUMN due TEXT;         -- not to be tried before
        ALTER TABLE record ADD COLUMN begun TEXT;
        ALTER TABLE record ADD COLUMN error TEXT;
        ALTER TABLE record ADD COLUMN aside TEXT;       -- since when it keeps failing, so that nobody waits for it

        ALTER TABLE publication ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE publication ADD COLUMN due TEXT;
        ALTER TABLE publication ADD COLUMN begun TEXT;
        ALTER TABLE publication ADD COLUMN error TEXT;
        ALTER TABLE publication ADD COLUMN aside TEXT;
        CREATE INDEX publication_aside ON publication (aside) WHERE aside IS NOT NULL;
        CREATE INDEX record_aside ON record (aside) WHERE aside IS NOT NULL;

        ALTER TABLE delivery ADD COLUMN aside TEXT;
        """
}
