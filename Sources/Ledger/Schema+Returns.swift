import GRDB

extension Schema {
    /// The files by which each body sees how it stands.
    static func returns(_ database: Database) throws { try database.execute(sql: returnTables) }

    private static let returnTables = """
        -- One is pending while what is written is behind what is wanted, as in publication.
        CREATE TABLE return_page (
            id INTEGER PRIMARY KEY,
            agency TEXT NOT NULL,           -- as its reports are filed
            page TEXT NOT NULL,
            folder TEXT NOT NULL,           -- its folder, in the inbox and among the returns
            basis TEXT NOT NULL,            -- names all that the page shows and the ledger does not hold
            wanted INTEGER NOT NULL DEFAULT 1,
            written INTEGER NOT NULL DEFAULT 0,
            made TEXT,                      -- the moment as of which it was made
            changes TEXT,                   -- when time alone makes it another one
            stamp TEXT,
            digest TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            due TEXT,
            begun TEXT,
            error TEXT,
            aside TEXT,
            UNIQUE (agency, page)
        ) STRICT;
        CREATE INDEX return_page_owed ON return_page (id) WHERE written < wanted;
        CREATE INDEX return_page_changes ON return_page (changes);
        CREATE INDEX return_page_folder ON return_page (folder);

        -- All that came of a body, and all that lay in its folder.
        CREATE INDEX version_agency ON version (agency);
        CREATE INDEX arrival_folder ON arrival (folder);
        """
}
