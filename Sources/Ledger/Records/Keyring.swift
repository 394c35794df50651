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
        /// By what a seal names its key. It tells nothing of it.
        let name: String

        init(ledger: String, first: Int, bytes: [UInt8]) {
            (self.ledger, self.first, self.bytes) = (ledger, first, bytes)
            name = String(SHA256.digits(of: Array("nianbao key".utf8) + bytes).prefix(8))
        }
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
            try Folders.move(state.appending(name), to: state.appending(LedgerFile.damaged + name))
            return try Keyring(in: state)
        } catch .unreadable(let error) {
            let path = state.appending(name)
            guard error == .permissionDenied, let status = try Folders.status(of: path, followingLinks: true) else {
                throw Ledger.Failure.failed("\(name)：\(error.reason)")
            }
            throw Ledger.Failure.keysClosed(
                owner: Account.name(of: status.userID.rawValue), mode: UInt32(status.permissions.rawValue))
        }
    }

    /// By which key a new record is sealed; `nil` for one from before there was a key, or whose key is lost.
    func key(of ledger: String, for number: Int) -> Key? {
        keys.last { $0.ledger == ledger && $0.first <= number }
    }

    /// Whether a record has the seal of its key; `nil` where there is no key to tell. A seal that names a key proves nothing without it.
    func proves(_ record: StoredRecord, of ledger: String) -> Bool? {
        guard let newest = key(of: ledger, for: record.number) else { return nil }
        let seal = Seal(record.seal)
        // An earlier edition named none: it was the newest one.
        guard let name = seal.key else { return RecordChain.code(of: record, with: newest.bytes) == seal.code }
        guard let key = key(named: name, of: ledger, for: record.number) else { return false }
        return RecordChain.code(of: record, with: key.bytes) == seal.code
    }

    /// Whether there is any key of a ledger.
    func hasKey(of ledger: String) -> Bool { keys.contains { $0.ledger == ledger } }

    /// Whether a record names a key that is not here.
    func lacksKey(of record: StoredRecord, in ledger: String) -> Bool {
        Seal(record.seal).key.map { key(named: $0, of: ledger, for: record.number) == nil } ?? false
    }

    private func key(named name: String, of ledger: String, for number: Int) -> Key? {
        keys.first { $0.ledger == ledger && $0.first <= number && $0.name == name }
    }

    /// The last record whose key is lost, as far as two rows tell, however many there are: that of the ledger's last one, or that of the
    /// last one from before the first key that there is. 0 where there is none.
    func lastWithoutKey(of ledger: String, _ database: Database) throws -> Int {
        let first = keys.first { $0.ledger == ledger }?.first ?? .max
        if let last = try StoredRecord.last(before: .max, in: database), lacksKey(of: last, in: ledger) {
            return last.number
        }
        guard let last = try StoredRecord.last(before: first, in: database), !last.seal.isEmpty else { return 0 }
        return last.number
    }

    /// Adds a key for a ledger and makes it last, before anything is sealed with it.
    mutating func add(for ledger: String, from first: Int, in state: FilePath) throws(Errno) {
        keys.append(Key(ledger: ledger, first: first, bytes: try RandomBytes.make(Self.keyBytes)))
        try write(in: state)
    }

    /// Puts these keys, which are still in use, back where somebody has removed, emptied or overwritten the file in a state folder. What
    /// else is in it stays, and what is no keys is set aside. One that may not be read is left alone.
    func keep(in state: FilePath) throws(Errno) {
        guard try LedgerFile.exists(state) else { return }
        var there: [Key] = []
        do throws(Failure) {
            there = try Keyring(in: state).keys
        } catch {
            guard error == .damaged else { return }
            try Folders.move(state.appending(Self.name), to: state.appending(LedgerFile.damaged + Self.name))
        }
        guard keys.contains(where: { !there.contains($0) }) else { return }
        var whole = self
        whole.keys = there + keys.filter { !there.contains($0) }
        try whole.write(in: state)
    }

    private func write(in state: FilePath) throws(Errno) {
        let lines = keys.map { "\($0.ledger) \($0.first) \($0.bytes.hexadecimal)\n" }
        let file = try AtomicFile(Self.name, in: state, mode: 0o600)
        try file.hand(toOwnerOf: state.appending(LedgerFile.name))
        try file.write(Array(lines.joined().utf8))
        try file.commit(as: Self.name)
    }
}

/// The parts of a seal: the name of its key, which an earlier edition left out, and the code.
struct Seal {
    let key: String?
    let code: String

    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        (key, code) = parts.count == 2 ? (parts[0], parts[1]) : (nil, text)
    }

    /// The seal of a record, with the name of its key.
    static func text(for record: StoredRecord, with key: Keyring.Key) -> String {
        "\(key.name):\(RecordChain.code(of: record, with: key.bytes))"
    }

    /// Whether it has the form of one, or is none.
    var isWellFormed: Bool {
        RecordBounds.isDigest(code) && (key.map { $0.utf8.count == 8 && [UInt8](hexadecimal: $0) != nil } ?? true)
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
