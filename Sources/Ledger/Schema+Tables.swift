import GRDB

extension Schema {
    /// The totals of all years cost much, and are made anew only where they would be others.
    static func tablesBasis(_ database: Database) throws {
        try database.execute(
            sql: """
                -- On what basis the totals and the register were last asked for: a row, or none.
                CREATE TABLE tables_basis (basis TEXT NOT NULL) STRICT;
                """)
    }
}
