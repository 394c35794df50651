import GRDB

/// The records that sources hand over for a ledger that is made anew: in its own table the first one of each number, and beside it those
/// that say something else under a number that is taken.
final class CandidateRecords {
    private let database: Database
    private let time: String?
    /// Numbers of which only a source has spoken that vouches for nothing.
    private var unvouched: Set<Int> = []
    /// The highest number of which a source has spoken that vouches for it.
    private(set) var highest = 0

    init(in database: Database, at time: String?) throws {
        self.database = database
        self.time = time
        try database.execute(
            sql: """
                CREATE TABLE rival (number INTEGER, event TEXT, priority INTEGER, message TEXT, fields TEXT, at TEXT, chain TEXT, seal TEXT,
                    vouched INTEGER);
                CREATE INDEX rival_number ON rival (number);
                """)
    }

    func add(_ record: StoredRecord, isVouched: Bool) throws {
        if isVouched { highest = max(highest, record.number) }
        guard let known = try first(record.number) else {
            try record.insert(into: database, confirmed: time)
            if !isVouched { unvouched.insert(record.number) }
            return
        }
        if known == record {
            if isVouched { unvouched.remove(record.number) }
            return
        }
        try database.cachedStatement(sql: "INSERT INTO rival VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                record.number, record.event, record.priority, record.message, record.fields, record.at, record.chain,
                record.seal, isVouched,
            ])
    }

    /// What was found under a number, in the order in which it came.
    func all(_ number: Int) throws -> [ChainFollower.Candidate] {
        guard let first = try first(number) else { return [] }
        let rivals = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT * FROM rival WHERE number = ? ORDER BY rowid"), arguments: [number])
        var all = [ChainFollower.Candidate(record: first, isVouched: !unvouched.contains(number))]
        while let row = try rivals.next() {
            all.append(ChainFollower.Candidate(record: try StoredRecord(row: row), isVouched: row["vouched"]))
        }
        return all
    }

    /// The lowest number above another of which there is anything.
    func next(after number: Int) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT min(number) FROM record WHERE number > ?"), arguments: [number])
    }

    /// Puts the record that was chosen in the place of whatever came first under its number.
    func settle(_ number: Int, _ chosen: StoredRecord?) throws {
        guard try first(number) != chosen else { return }
        try database.execute(sql: "DELETE FROM record WHERE number = ?", arguments: [number])
        try chosen?.insert(into: database, confirmed: time)
    }

    /// Leaves nothing but the ledger's own tables.
    func finish() throws { try database.execute(sql: "DROP TABLE rival") }

    private func first(_ number: Int) throws -> StoredRecord? {
        try StoredRecord.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM record WHERE number = ?"), arguments: [number])
    }
}
