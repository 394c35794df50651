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

    private static let sketchTable = """
        -- The bands of the texts of each report's newest version: texts that share one may be alike.
        CREATE TABLE sketch (
            band INTEGER NOT NULL,          -- of one year and one section
            version INTEGER NOT NULL REFERENCES version (id),
            PRIMARY KEY (band, version)
        ) STRICT, WITHOUT ROWID;
        """
}
