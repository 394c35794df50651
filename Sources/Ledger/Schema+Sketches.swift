import GRDB

extension Schema {
    /// The first way to find texts that are alike: a later step takes it away again, so that nothing is put there any more.
    static func sketches(_ database: Database) throws { try database.execute(sql: bandTable) }

    /// By what texts that are alike are found. It replaces an index of 64 numbers a text, each of which lay elsewhere.
    static func sketchBlocks(_ database: Database) throws {
        try database.execute(sql: sketchTable)
        let current = try Int64.fetchCursor(database, sql: "SELECT id FROM (\(Ledger.currentVersions)) ORDER BY id")
        while let version = try current.next() { try Ledger.sketch(version, database) }
    }

    /// Which reports are to be compared once more.
    static func rejudging(_ database: Database) throws { try database.execute(sql: rejudgingTable) }

    /// A version can wait for being filed anew, and is history all the same.
    static func moved(_ database: Database) throws {
        try database.execute(
            sql: """
                -- Whether it belongs elsewhere by a roster, and not only to the newest one of its report.
                ALTER TABLE rejudging ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;
                """)
    }

    /// Whether reports belong elsewhere costs a look at each, and is asked only where there is another roster.
    static func placementBasis(_ database: Database) throws {
        try database.execute(
            sql: """
                -- By what it was last looked where all reports belong: a row, or none.
                CREATE TABLE placement_basis (basis TEXT NOT NULL) STRICT;
                """)
    }

    private static let rejudgingTable = """
        -- The versions that were judged before a report which they may have been copied from.
        CREATE TABLE rejudging (version INTEGER PRIMARY KEY REFERENCES version (id)) STRICT;
        """

    private static let bandTable = """
        CREATE TABLE sketch (
            band INTEGER NOT NULL,
            version INTEGER NOT NULL REFERENCES version (id),
            PRIMARY KEY (band, version)
        ) STRICT, WITHOUT ROWID;
        """

    private static let sketchTable = """
        DROP TABLE sketch;
        -- The sketches of the texts of each report's newest version. A row is a block of them that are compared one after the other.
        CREATE TABLE sketch (
            year TEXT NOT NULL,
            block INTEGER NOT NULL,         -- the versions of a block have numbers in a row
            section INTEGER NOT NULL,
            sketches BLOB NOT NULL,         -- of each version its number, in 8 bytes, and its sketch
            PRIMARY KEY (year, block, section)
        ) STRICT;
        """
}
