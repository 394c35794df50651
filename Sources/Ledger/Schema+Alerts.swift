import GRDB

extension Schema {
    /// What has become of alerts, whom they were told to, and when the office lets a report count as handed in.
    static func alerts(_ database: Database) throws { try database.execute(sql: alertTables) }

    private static let alertTables = """
        -- pending, firing, acknowledged or resolved. What is pending has been told to nobody, and holds when its time has come.
        ALTER TABLE alert ADD COLUMN state TEXT NOT NULL DEFAULT 'firing';
        UPDATE alert SET state = 'resolved' WHERE cleared IS NOT NULL;
        ALTER TABLE alert ADD COLUMN fired TEXT;
        UPDATE alert SET fired = since;
        ALTER TABLE alert ADD COLUMN told TEXT;         -- when people were last told that it lasts
        ALTER TABLE alert ADD COLUMN end_told TEXT;     -- when people were told that it is over
        CREATE INDEX alert_untold ON alert (id) WHERE cleared IS NOT NULL AND told IS NOT NULL AND end_told IS NULL;

        -- A kind of alert, or one alert by its number, that nobody is to be told of for a while.
        CREATE TABLE mute (
            target TEXT NOT NULL,
            until TEXT NOT NULL,
            why TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;

        -- What people are told at once.
        CREATE TABLE notice (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            thread INTEGER NOT NULL,        -- the first notice on the same matter
            is_repeat INTEGER NOT NULL,
            body TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;

        -- A notice on its way through a channel.
        CREATE TABLE delivery (
            notice INTEGER NOT NULL REFERENCES notice (number),
            channel TEXT NOT NULL,
            due TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            begun TEXT,                     -- an attempt of which the end is not known
            failing TEXT,                   -- since when each attempt has failed
            error TEXT,
            done TEXT,
            dropped TEXT,                   -- nobody need be told any more
            PRIMARY KEY (notice, channel)
        ) STRICT;
        CREATE INDEX delivery_due ON delivery (due) WHERE done IS NULL AND dropped IS NULL;
        CREATE INDEX delivery_done ON delivery (channel, done) WHERE done IS NOT NULL;

        -- When a report counts as handed in, where the office says so; the last word holds.
        CREATE TABLE acceptance (
            id INTEGER PRIMARY KEY,
            year TEXT NOT NULL,
            agency TEXT NOT NULL,
            time TEXT NOT NULL,
            why TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX acceptance_of ON acceptance (agency, year);
        """
}

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

extension Schema {
    /// Alerts that are many are one, and one that comes and goes is held; a folder has a quota.
    static func damping(_ database: Database) throws { try database.execute(sql: dampingColumns) }

    private static let dampingColumns = """
        ALTER TABLE alert ADD COLUMN size INTEGER NOT NULL DEFAULT 1;       -- how many it stands for
        ALTER TABLE alert ADD COLUMN flapping INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE alert ADD COLUMN seen TEXT;         -- when one that flaps was last there
        ALTER TABLE alert ADD COLUMN worded TEXT;       -- when its words were last changed
        CREATE INDEX arrival_at ON arrival (at);        -- what came within a day is counted
        CREATE INDEX publication_general ON publication (page) WHERE version = 0;
        CREATE INDEX alert_cleared ON alert (cleared) WHERE cleared IS NOT NULL;
        """
}
