import GRDB
import Linux
import SystemPackage

/// The keys by which the records of a ledger are sealed: the file `ledger.keys` of the state folder, for the service's account alone.
///
/// A line has the id of a ledger, the first record that is sealed, and the key in hexadecimal digits. A line is never changed. A ledger that
/// was made anew, or whose key was lost, gets another one. The order of the lines does not matter, so that a key that was found again can be
/// added at the end.
struct Keyring: Sendable {
    static let name = "ledger.keys"

    struct Key: Sendable, Equatable {
        let ledger: String
        let first: Int
        let bytes: [UInt8]
    }

    /// Why there are no keys.
    enum Failure: Error, Equatable {
        case unreadable(Errno)
        /// The file does not hold keys.
        case damaged
    }

    private static let keyBytes = 32
    /// Far more than any ledger gets.
    private static let longest = 1 << 20

    private(set) var keys: [Key] = []

    /// The keys in a state folder; none where there is no such file.
    init(in state: FilePath) throws(Failure) {
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try Descriptor(reading: state.appending(Self.name)).read(limit: Self.longest)
        } catch .noSuchFileOrDirectory {
            return
        } catch {
            throw .unreadable(error)
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard let key = Key(line) else { throw .damaged }
            keys.append(key)
        }
        // A line that was put back stands at the end.
        keys.sort { $0.first < $1.first }
    }

    /// The keys in a state folder. A file that does not hold keys is set aside: somebody may know what it was, and what it sealed can't be
    /// checked any more.
    static func whole(in state: FilePath) throws -> Keyring {
        do throws(Failure) {
            return try Keyring(in: state)
        } catch .damaged {
            try Folders.move(state.appending(name), to: state.appending("damaged-\(name)"))
            return try Keyring(in: state)
        } catch .unreadable(let error) {
            throw Ledger.Failure.failed("\(name)：\(error.reason)")
        }
    }

    /// By which key a record is sealed; `nil` for one from before there was a key, or whose key is lost.
    func key(of ledger: String, for number: Int) -> [UInt8]? {
        keys.last { $0.ledger == ledger && $0.first <= number }?.bytes
    }

    /// Whether a record has the seal of its key; `nil` where there is no key to tell.
    func proves(_ record: StoredRecord, of ledger: String) -> Bool? {
        key(of: ledger, for: record.number).map { RecordChain.seal(record, with: $0) == record.seal }
    }

    /// The last record from before the first key that there is of a ledger, where it is sealed: its key is lost, and so are those before it.
    /// 0 where there is none. One row is read, however many there are.
    func lastWithoutKey(of ledger: String, _ database: Database) throws -> Int {
        let first = keys.first { $0.ledger == ledger }?.first ?? .max
        let row = try Row.fetchOne(
            database, sql: "SELECT number, seal FROM record WHERE number < ? ORDER BY number DESC LIMIT 1",
            arguments: [first])
        guard let row, !(row["seal"] as String).isEmpty else { return 0 }
        return row["number"]
    }

    /// Adds a key for a ledger and makes it last, before anything is sealed with it.
    mutating func add(for ledger: String, from first: Int, in state: FilePath) throws(Errno) {
        let key = Key(ledger: ledger, first: first, bytes: try RandomBytes.make(Self.keyBytes))
        let lines = (keys + [key]).map { "\($0.ledger) \($0.first) \($0.bytes.hexadecimal)\n" }
        let file = try AtomicFile(Self.name, in: state, mode: 0o600)
        try file.hand(toOwnerOf: state.appending(LedgerFile.name))
        try file.write(Array(lines.joined().utf8))
        try file.commit(as: Self.name)
        keys.append(key)
    }
}

extension Keyring.Key {
    fileprivate init?(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3, let first = Int(words[1]), RecordBounds.own.contains(first),
            let bytes = [UInt8](hexadecimal: words[2]), bytes.count == 32
        else { return nil }
        self.init(ledger: words[0], first: first, bytes: bytes)
    }
}
