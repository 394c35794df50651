import GRDB

/// Inspections that were begun and gave no result: the worker ended over the bytes, or this program, or power failed.
extension Ledger {
    /// Takes down that bytes are about to be inspected, and tells how many earlier attempts ended without a result.
    ///
    /// A second attempt of a run is the first one still, as long as no `end` has come between: a result that could not be
    /// recorded is not the fault of the bytes.
    package func begin(_ content: Content) throws -> Int {
        let begun = try write { database in
            try Int.fetchOne(
                database,
                sql: """
                    INSERT INTO attempt (content, run) VALUES (?, ?)
                    ON CONFLICT DO UPDATE SET begun = begun + (run <> excluded.run), run = excluded.run
                    RETURNING begun
                    """,
                arguments: [content.key, run])
        }
        return (begun ?? 1) - 1
    }

    /// Takes down that an attempt ended without a result. It counts where the worker crashed, and not where no document at
    /// all could have been read.
    package func end(_ content: Content, counts: Bool) throws {
        let uncounted = counts ? 0 : 1
        try write { database in
            try database.execute(
                sql: "UPDATE attempt SET run = '', begun = begun - ? WHERE content = ?",
                arguments: [uncounted, content.key])
        }
    }
}
