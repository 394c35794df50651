import GRDB

extension Schema {
    /// What the office has decided on reports, and what is left of a result after that.
    static func decisions(_ database: Database) throws { try database.execute(sql: decisionTables) }

    /// The order of decisions and of their ends is that of their records, across the names of a body.
    static func endings(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE decision ADD COLUMN ending INTEGER;  -- the number of the record of its withdrawal
                UPDATE decision SET ending = told.number
                FROM (SELECT number, CAST(fields ->> '$.DECISION_RECORD' AS INTEGER) AS ended FROM record
                    WHERE event = 'withdrawn') AS told
                WHERE told.ended = decision.id;
                """)
    }

    /// From now on `version.verdict` is what holds after the office's decisions; what the check came to stands in the result.
    private static let decisionTables = """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,         -- the number of the record that tells of it
            year TEXT NOT NULL,
            agency TEXT NOT NULL,
            version INTEGER NOT NULL,       -- the number of the version that it was made for
            facts TEXT NOT NULL,
            at TEXT NOT NULL,
            withdrawal TEXT,                -- its facts; NULL while the decision stands
            withdrawn TEXT                  -- when
        ) STRICT;
        CREATE INDEX decision_of ON decision (year, agency);

        -- How many findings the office has waived, and whether it has overruled the whole. `errors`, `warnings` and the two marks are
        -- what is left.
        ALTER TABLE summary ADD COLUMN waived INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE summary ADD COLUMN is_overruled INTEGER NOT NULL DEFAULT 0;

        DROP TRIGGER version_summed;
        DROP TRIGGER version_resummed;
        CREATE TRIGGER version_summed AFTER INSERT ON version BEGIN
            \(summing) WHERE judged.id = new.id GROUP BY judged.id;
        END;
        CREATE TRIGGER version_resummed AFTER UPDATE OF result ON version BEGIN
            \(summing) WHERE judged.id = new.id GROUP BY judged.id;
        END;
        """

    /// As before, by the names of the columns. What is waived comes after it.
    private static let summing = """
        INSERT OR REPLACE INTO summary (version, file, sha256, rulebook, errors, warnings, is_secret, is_misplaced)
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
