import GRDB
import Linux
import SystemPackage

/// How the connection that writes a ledger seals what is recorded.
enum Sealing {
    private static let name = "seal"

    /// Makes the key of a ledger where there is none, and gives it to the connection that writes. Answers the keys, and the last
    /// record that was sealed with a key that is lost; 0 where there is none.
    static func prepare(
        _ pool: DatabasePool, of ledger: String, in state: FilePath
    ) throws -> (keyring: Keyring, unverifiable: Int) {
        var keyring = try Keyring.whole(in: state)
        if try keyring.key(of: ledger, for: pool.read(next)) == nil {
            // In a transaction: of two programs that open the ledger at once, one makes the key.
            keyring = try pool.write { database in
                var keyring = try Keyring.whole(in: state)
                let next = try next(database)
                guard keyring.key(of: ledger, for: next) == nil else { return keyring }
                try refuseBesideService(keyring, of: ledger, database, in: state)
                try keyring.add(for: ledger, from: next, in: state)
                return keyring
            }
        }
        pool.writeWithoutTransaction { $0.add(function: function(keyring, ledger, in: state)) }
        return (keyring, try pool.read { try keyring.lastWithoutKey(of: ledger, $0) })
    }

    /// A service that runs goes on with the key that was lost: what it records and what is sealed with another one would not fit together.
    private static func refuseBesideService(
        _ keyring: Keyring, of ledger: String, _ database: Database, in state: FilePath
    ) throws {
        guard try keyring.lastWithoutKey(of: ledger, database) > 0 else { return }
        if try FileLock.isHeldElsewhere(state.appending(StateFolder.lock)) { throw Ledger.Failure.keysMissing }
    }

    private static func next(_ database: Database) throws -> Int {
        let last = try StoredRecord.lastNumber(in: database)
        guard (0..<RecordBounds.own.upperBound).contains(last) else { throw Ledger.Failure.damaged("record \(last)") }
        return last + 1
    }

    /// The seal of a record that has its link.
    static func seal(_ record: StoredRecord, _ database: Database) throws -> String {
        let values: StatementArguments = [
            record.number, record.event, record.priority, record.message, record.fields, record.at, record.chain,
        ]
        return try String.fetchOne(
            database, cached: "SELECT \(name)(?, ?, ?, ?, ?, ?, ?)", arguments: values) ?? ""
    }

    private static func function(_ keyring: Keyring, _ ledger: String, in state: FilePath) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 7) { values in
            guard let number = Int.fromDatabaseValue(values[0]), let priority = Int.fromDatabaseValue(values[2]),
                let key = keyring.key(of: ledger, for: number)
            else { throw Ledger.Failure.failed("no key") }
            try keyring.keep(in: state)
            let text = values.map { String.fromDatabaseValue($0) ?? "" }
            let record = StoredRecord(
                number: number, event: text[1], priority: priority, message: text[3], fields: text[4], at: text[5],
                chain: text[6])
            return Seal.text(for: record, with: key)
        }
    }
}
