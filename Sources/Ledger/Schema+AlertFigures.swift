import GRDB

extension Schema {
    /// The alerts that fire are counted as they come and go: each change of the ledger shows how many there are.
    static func alertFigures(_ database: Database) throws { try database.execute(sql: alertTriggers) }

    private static let alertTriggers = """
        INSERT INTO figure SELECT 'alert/' || kind, count(*) FROM alert
            WHERE cleared IS NULL AND state <> 'pending' GROUP BY kind;

        CREATE TRIGGER alert_counted AFTER INSERT ON alert WHEN new.cleared IS NULL AND new.state <> 'pending' BEGIN
            INSERT INTO figure VALUES ('alert/' || new.kind, 1) ON CONFLICT DO UPDATE SET value = value + 1;
        END;
        CREATE TRIGGER alert_recounted AFTER UPDATE OF state, cleared ON alert BEGIN
            INSERT INTO figure VALUES (
                'alert/' || new.kind,
                (new.cleared IS NULL AND new.state <> 'pending') - (old.cleared IS NULL AND old.state <> 'pending'))
                ON CONFLICT DO UPDATE SET value = value + excluded.value;
        END;
        """
}
