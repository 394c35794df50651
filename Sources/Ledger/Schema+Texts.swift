import GRDB
import Reports

extension Schema {
    /// Texts are kept without numbers of persons, and are read from the archive where no record has them.
    static func texts(_ database: Database) throws {
        try database.execute(sql: missingTexts)
        let passages = try Row.fetchCursor(database, sql: "SELECT version, section, text FROM passage")
        var masked: [StatementArguments] = []
        while let passage = try passages.next() {
            let text: String = passage["text"]
            if case let starred = text.masked, starred != text {
                masked.append([starred, passage["version"] as Int64, passage["section"] as Int])
            }
        }
        for arguments in masked {
            try database.execute(
                sql: "UPDATE passage SET text = ? WHERE version = ? AND section = ?", arguments: arguments)
        }
    }

    private static let missingTexts = """
        -- The versions whose texts are to be read from the archive: a ledger that was made anew has none.
        CREATE TABLE missing_text (version INTEGER PRIMARY KEY REFERENCES version (id)) STRICT;
        """
}
