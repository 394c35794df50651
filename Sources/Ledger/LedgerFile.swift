package import Foundation
import GRDB
package import Linux
package import SystemPackage

/// The names in a state folder, beside the ledger's and its keys'.
package enum StateFolder {
    /// Only one process at a time may work there.
    package static let lock = "lock"
    package static let archive = "archive"
    /// The copies of other offices' ledgers.
    package static let offices = "offices"
    /// Room that is given up when there is no other.
    package static let reserve = "reserve"
    static let ledgerID = "ledger-id"
}

/// The database in which the ledger lies: how it is opened, checked, upgraded and set aside.
package enum LedgerFile {
    package static let name = "ledger.sqlite"
    /// A ledger that was made anew in the place of one that is damaged or gone, whole, and has not yet got its name.
    static let rebuilt = "ledger-rebuilt.sqlite"
    /// The same while it is being made.
    static let draft = "ledger-draft.sqlite"
    /// What the names begin with of what was damaged, and of copies from before an upgrade.
    static let damaged = "damaged-"
    private static let before = "ledger-before-"

    /// Opens the ledger of a state folder: makes its tables, or checks it and upgrades them.
    static func open(in state: FilePath, making: Ledger.Making) throws -> DatabasePool {
        if let share = try FileSystem(of: state).remoteName { throw Ledger.Failure.remote(share) }
        let path = state.appending(name)
        if making.isExclusive, try !exists(path), try exists(state.appending(rebuilt)) { try adoptRebuilt(in: state) }
        do {
            if try !holdsLedger(path, of: identity(in: state)) { try allow(making, in: state) }
            let pool = try DatabasePool(path: path.string, configuration: configuration)
            try pool.writeWithoutTransaction(harden)
            try upgrade(pool, in: state)
            try keep(pool.read(identity), in: state)
            return pool
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            throw Ledger.Failure.damaged(error.message ?? "\(error.resultCode)")
        }
    }

    /// Whether a state folder without a ledger had one: its id, or copies of reports, are there still.
    package static func hadLedger(_ state: FilePath) throws(Errno) -> Bool {
        if try identity(in: state) != nil { return true }
        do throws(Errno) {
            return try !copyFolders(in: state).isEmpty
        } catch .permissionDenied {
            // The sender may not see it.
            return true
        }
    }

    /// Whether a state folder has a ledger, sound or not. A file without a byte is none, nor is a database without tables: what a start
    /// leaves that was ended too early.
    package static func hasLedger(_ state: FilePath) throws -> Bool {
        do {
            return try holdsLedger(state.appending(name), of: nil)
        } catch is Ledger.Failure {
            return true
        } catch is DatabaseError {
            return true
        }
    }

    /// Sees whether a ledger may be made where there is none.
    private static func allow(_ making: Ledger.Making, in state: FilePath) throws {
        switch making {
        // Whoever begins anew knows of the one that is gone.
        case .anew: try Folders.remove(state.appending(StateFolder.ledgerID))
        case _ where try hadLedger(state): throw Ledger.Failure.missing("\(state) 中还有它的编号或归档")
        case .first(let trace?): throw Ledger.Failure.missing(trace)
        case .first(nil): break
        case .never: throw Ledger.Failure.absent
        }
    }

    /// Moves what lies under the names of a ledger and of its log into a folder of its own, and gives the folder; `nil` where nothing does. The
    /// log may hold what nothing else has.
    package static func setAside(in state: FilePath, at date: Date) throws(Errno) -> FilePath? {
        var left: [String] = []
        for suffix in ["", "-wal", "-shm"] where try Folders.status(of: state.appending(name + suffix)) != nil {
            left.append(name + suffix)
        }
        guard !left.isEmpty else { return nil }
        let time = date.ISO8601Format(.iso8601.dateTimeSeparator(.standard)).filter { $0 != ":" }
        var place = state.appending(damaged + time)
        var count = 1
        while try exists(place) {
            count += 1
            place = state.appending("\(damaged)\(time)-\(count)")
        }
        try Folders.make(place, mode: 0o700)
        // The database goes first: without its log it would look like an older one that is whole.
        for name in left { try Folders.move(state.appending(name), to: place.appending(name)) }
        return place
    }

    /// Removes a database with what SQLite keeps beside it.
    static func remove(_ path: FilePath) throws(Errno) {
        try Folders.remove(path)
        try removeHelpers(of: path)
    }

    /// Removes what SQLite keeps beside a database: it belongs to the file that lay there.
    static func removeHelpers(of path: FilePath) throws(Errno) {
        for suffix in ["-journal", "-wal", "-shm"] { try Folders.remove(FilePath(path.string + suffix)) }
    }

    /// Whether a name in a state folder is that of a ledger that was set aside: a damaged one, or the copy from before an upgrade. Keys are
    /// none: what they have sealed may be in use.
    package static func isSetAside(_ name: String) -> Bool {
        name.hasPrefix(damaged) && name != damaged + Keyring.name || name.hasPrefix(before) && name.hasSuffix(".sqlite")
    }

    /// Puts the ledger that was made anew in the place of another one, whose remains are set aside, and gives where: it is the one of this folder
    /// from now on.
    @discardableResult
    package static func adoptRebuilt(in state: FilePath, at date: Date = Date()) throws -> FilePath? {
        let place = try setAside(in: state, at: date)
        let queue = try DatabaseQueue(path: state.appending(rebuilt).string)
        let id = try queue.read(identity)
        try queue.close()
        try keep(id, in: state)
        try Folders.move(state.appending(rebuilt), to: state.appending(name))
        return place
    }

    /// Which ledger a state folder has: known also where the ledger itself can't be read. `nil` where nothing says so.
    package static func identity(in state: FilePath) throws(Errno) -> String? {
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try Descriptor(reading: state.appending(StateFolder.ledgerID)).read(limit: 100)
        } catch .noSuchFileOrDirectory {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }

    /// The journal of this machine as the service has written it: the account that owns the ledger, else the one that owns its folder. A file
    /// of root's in a folder that is another's was put there by hand.
    package static func journal(of state: FilePath) throws(Errno) -> JournalSource {
        let folder = try state.stat().userID.rawValue
        let file = try Folders.status(of: state.appending(name), followingLinks: true)?.userID.rawValue ?? folder
        return .machine(account: file == 0 ? folder : file)
    }

    /// Takes down which ledger a state folder has.
    private static func keep(_ id: String, in state: FilePath) throws(Errno) {
        guard try identity(in: state) != id else { return }
        try AtomicFile.write(Array("\(id)\n".utf8), to: state.appending(StateFolder.ledgerID), mode: 0o600)
    }

    private static func identity(in database: Database) throws -> String {
        guard let id = try String.fetchOne(database, sql: "SELECT id FROM identity"), !id.isEmpty else {
            throw Ledger.Failure.damaged("没有编号")
        }
        return id
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // What a report touches lies all over the indexes. In kibibytes, for each connection.
            try database.execute(sql: "PRAGMA cache_size = -4096")
            // The same pages are written for one report after the other: the later they are put in their places, the fewer there are.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Looks at what lies under the name of a ledger before anything is written: one that is damaged, of a later edition, or another one than
    /// `own` stays as it is. False where there is no ledger.
    ///
    /// It may write all the same: what a kill left half done, while the tables were made, has to be taken back before anything can be read.
    private static func holdsLedger(_ path: FilePath, of own: String?) throws -> Bool {
        guard let status = try Folders.status(of: path, followingLinks: true) else { return false }
        guard status.type == .regular else { throw Ledger.Failure.damaged("不是文件") }
        guard status.size > 0 else { return false }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path.string, configuration: configuration)
        let holds = try queue.read { try check($0, own) }
        try queue.close()
        return holds
    }

    private static func check(_ database: Database, _ own: String?) throws -> Bool {
        if try Schema.migrator.hasBeenSuperseded(database) {
            let needs = try? String.fetchOne(database, sql: "SELECT needs FROM identity")
            throw Ledger.Failure.newer(needs: needs ?? nil)
        }
        let complaints = try String.fetchAll(database, sql: "PRAGMA quick_check(3)")
        guard complaints == ["ok"] else { throw Ledger.Failure.damaged(complaints.joined(separator: "; ")) }
        guard try !Schema.migrator.appliedIdentifiers(database).isEmpty else {
            let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            guard tables.isSubset(of: ["grdb_migrations"]) else { throw Ledger.Failure.damaged("其中没有台账") }
            return false
        }
        let id = try identity(in: database)
        if let own, id != own { throw Ledger.Failure.other(id, than: own) }
        return true
    }

    /// What is committed must outlive a power cut: others are told of it at once. GRDB itself sets NORMAL for a database with a log,
    /// and does so after all that a configuration prepares.
    private static func harden(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard mode == "wal", synchronous == 2 else {
            throw Ledger.Failure.failed("journal_mode=\(mode ?? ""), synchronous=\(synchronous ?? -1)")
        }
    }

    /// Takes the steps of the schema that are missing. A ledger that holds anything is copied first.
    private static func upgrade(_ pool: DatabasePool, in state: FilePath) throws {
        let done = try pool.read { try Schema.migrator.appliedIdentifiers($0) }
        let missing = Schema.migrator.migrations.filter { !done.contains($0) }
        guard let next = missing.first else { return }
        if !done.isEmpty { try backUp(pool, to: before + next + ".sqlite", in: state) }
        try Schema.migrator.migrate(pool)
    }

    private static func backUp(_ pool: DatabasePool, to name: String, in state: FilePath) throws {
        let draft = state.appending(".\(name).draft")
        try Folders.remove(draft)
        let copy = try DatabaseQueue(path: draft.string)
        try pool.backup(to: copy)
        try copy.close()
        try Folders.sync(draft)
        try Folders.move(draft, to: state.appending(name))
    }

    package static func exists(_ path: FilePath) throws(Errno) -> Bool {
        try Folders.status(of: path, followingLinks: true) != nil
    }

    /// Tells the file of a ledger from any other that gets its name.
    struct Place: Sendable, Equatable {
        let device: UInt
        let inode: UInt
    }

    /// The file that lies under the name of the ledger; `nil` where there is none.
    static func place(in state: FilePath) throws(Errno) -> Place? {
        try Folders.status(of: state.appending(name), followingLinks: true).map {
            Place(device: $0.deviceID.rawValue, inode: $0.inode.rawValue)
        }
    }

    /// The folders of the archive, `ab` and the like.
    private static func copyFolders(in state: FilePath) throws(Errno) -> [FilePath] {
        let archive = state.appending(StateFolder.archive)
        guard try exists(archive) else { return [] }
        return try Directory(archive).names().compactMap { name in
            name.bytes.count == 2 ? archive.appending(name.display) : nil
        }
    }

    /// What of a state folder this account may not read or write, the first of it; `nil` where it may all. Ledger and key say so themselves.
    package static func barred(in state: FilePath) -> FilePath? {
        guard Account.mayChange(state, isFolder: true) else { return state }
        let files = [name + "-wal", name + "-shm", StateFolder.ledgerID, StateFolder.lock]
        if let file = files.first(where: { !Account.mayChange(state.appending($0)) }) { return state.appending(file) }
        return [StateFolder.archive, StateFolder.offices].map { state.appending($0) }
            .first { !Account.mayChange($0, isFolder: true) }
    }

    /// Keeps a state folder to the account of the service: an earlier edition let its group read the ledger and the archive, and hold
    /// the lock. False where the folder is not this account's.
    package static func close(_ state: FilePath) throws(Errno) -> Bool {
        let ledger = [name, name + "-wal", name + "-shm", StateFolder.ledgerID, Keyring.name]
        let files = (ledger + [StateFolder.lock, StateFolder.reserve, StateFolder.archive]).map { state.appending($0) }
        do throws(Errno) {
            for path in [state] + files { try Folders.close(path) }
            for path in try copyFolders(in: state) { try Folders.close(path) }
            return true
        } catch .notPermitted {
            return false
        } catch .permissionDenied {
            return false
        }
    }
}
