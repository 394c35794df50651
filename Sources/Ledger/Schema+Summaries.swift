import GRDB

extension Schema {
    /// What lists and alerts want to know of each result: a list of thousands reads no result, and walks past none.
    static func summaries(_ database: Database) throws { try database.execute(sql: summaryTables) }

    private static let summaryTables = """
        -- What stands in the result of a version.
        CREATE TABLE summary (
            version INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            rulebook TEXT NOT NULL,
            errors INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            is_secret INTEGER NOT NULL,     -- marked so
            is_misplaced INTEGER NOT NULL   -- in another body's folder
        ) STRICT;
        \(summing) GROUP BY judged.id;
        CREATE TRIGGER version_summed AFTER INSERT ON version BEGIN
            \(summing) WHERE judged.id = new.id GROUP BY judged.id;
        END;
        CREATE TRIGGER version_resummed AFTER UPDATE OF result ON version BEGIN
            \(summing) WHERE judged.id = new.id GROUP BY judged.id;
        END;
        -- All else that lists show: behind a result a row is long.
        CREATE INDEX version_listed ON version (year, agency, number, successor, verdict, at, content);
        """

    /// A result that somebody has damaged is told of where it is read.
    private static let summing = """
        INSERT OR REPLACE INTO summary
        SELECT judged.id, coalesce(result ->> '$.file', ''), coalesce(result ->> '$.sha256', ''),
            coalesce(result ->> '$.rulebook', ''),
            count(*) FILTER (WHERE finding.value ->> '$.severity' = 'error'),
            count(*) FILTER (WHERE finding.value ->> '$.severity' = 'warning'),
            count(*) FILTER (WHERE finding.value ->> '$.rule' = 'secrecy-marking') > 0,
            count(*) FILTER (WHERE finding.value ->> '$.rule' = 'folder-mismatch') > 0
        FROM (SELECT id, iif(json_valid(result), result, '{}') AS result FROM version) AS judged
            LEFT JOIN json_each(result, '$.findings') AS finding
        """
}
