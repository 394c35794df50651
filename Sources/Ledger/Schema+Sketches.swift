import GRDB

extension Schema {
    /// By what texts that are alike are found, however many there are.
    static func sketches(_ database: Database) throws {
        try database.execute(sql: sketchTable)
        let current = try Int64.fetchCursor(
            database,
            sql: """
                SELECT id FROM version AS newest WHERE number =
                    (SELECT max(number) FROM version WHERE year = newest.year AND agency = newest.agency)
                ORDER BY id
                """)
        while let version = try current.next() { try Ledger.sketch(version, database) }
    }

    /// Which reports are to be compared once more.
    static func rejudging(_ database: Database) throws { try database.execute(sql: rejudgingTable) }

    private static let rejudgingTable = """
        -- The versions that were judged before a report which they may have been copied from.
        CREATE TABLE rejudging (version INTEGER PRIMARY KEY REFERENCES version (id)) STRICT;
        """

    private static let sketchTable = """
        -- The bands of the texts of each report's newest version: texts that share one may be alike.
        CREATE TABLE sketch (
            band INTEGER NOT NULL,          -- of one year and one section
            version INTEGER NOT NULL REFERENCES version (id),
            PRIMARY KEY (band, version)
        ) STRICT, WITHOUT ROWID;
        """
}
