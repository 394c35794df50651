import GRDB

extension Schema {
    /// Records are sealed with a key that a writer of the journal does not have.
    static func seals(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE record ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    }
}
