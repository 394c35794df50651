import GRDB

extension Schema {
    /// Deaths of the daemon and crashes of the reader, which used to be one count, are two things.
    static func judging(_ database: Database) throws { try database.execute(sql: judgingTables) }

    private static let judgingTables = """
        DROP TABLE attempt;

        -- How often the reader crashed over bytes that have no result.
        CREATE TABLE crash (content TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;

        -- The file in hand, and those in whose judging a run of the daemon died.
        CREATE TABLE judging (
            content TEXT PRIMARY KEY,
            folder BLOB,                    -- as in arrival
            name BLOB NOT NULL,
            in_hand INTEGER NOT NULL,       -- where a run begins: the one before died over it
            deaths INTEGER NOT NULL DEFAULT 0,
            due TEXT                        -- when it is judged again
        ) STRICT;
        """
}
