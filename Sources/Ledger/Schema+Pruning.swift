import GRDB

extension Schema {
    /// Records that were taken away leave behind what those after them are tied to.
    static func pruning(_ database: Database) throws { try database.execute(sql: prunedTable) }

    private static let prunedTable = """
        -- Records without a gap that were pruned, with the link of the last; each is told of by a record `pruned`.
        CREATE TABLE pruned (
            first INTEGER PRIMARY KEY,
            last INTEGER NOT NULL,
            link TEXT NOT NULL
        ) STRICT;
        CREATE INDEX record_at ON record (at);
        """
}
