import Foundation
import GRDB
import Linux
import SystemPackage

/// Opens a ledger for reading only, whoever owns it.
enum ReadOnlyDatabase {
    /// The ledger at a path. A daemon may be writing it at the same time.
    static func open(_ path: FilePath, ofAnyRelease: Bool = false) throws(LedgerReaderFailure) -> DatabaseQueue {
        guard (try? Folders.status(of: path, followingLinks: true))??.size ?? 0 > 0 else { throw missing(path) }
        guard FileManager.default.isReadableFile(atPath: path.string) else { throw .notReadable(path) }
        do {
            return try queue(path.string, ofAnyRelease)
        } catch let error as DatabaseError where needsHelpers(error) && !(exists(path, "-shm") && hasLog(path)) {
            // Without a writer's helper files SQLite wants to make them, which only the owner may. Nobody is writing then.
            do { return try unattended(path, ofAnyRelease) } catch { throw LedgerReaderFailure(error, path) }
        } catch {
            throw LedgerReaderFailure(error, path)
        }
    }

    /// A database that another process may be writing, and may begin or cease to: no helper file is made where there is none.
    static func openQuietly(_ path: FilePath) throws -> DatabaseQueue {
        let isWritten = exists(path, "-shm") && hasLog(path)
        return try isWritten ? queue(path.string, true) : unattended(path, true)
    }

    /// A ledger that nobody is writing. Without a log the file by itself is whole, and is read as what it is; else what the log has is
    /// found without locks and without helper files, in the memory of this process.
    private static func unattended(_ path: FilePath, _ ofAnyRelease: Bool) throws -> DatabaseQueue {
        guard hasLog(path) else { return try queue(address(path, "immutable=1"), ofAnyRelease) }
        return try queue(address(path, "vfs=unix-none"), ofAnyRelease, isExclusive: true)
    }

    /// A folder that may not be looked into hides the ledger; that is something else than none.
    private static func missing(_ path: FilePath) -> LedgerReaderFailure {
        let folder = path.removingLastComponent().string
        let isHidden =
            FileManager.default.fileExists(atPath: folder) && !FileManager.default.isExecutableFile(atPath: folder)
        if isHidden { return .notReadable(path) }
        return (try? LedgerFile.hadLedger(path.removingLastComponent())) == true ? .gone(path) : .noLedger(path)
    }

    private static func queue(
        _ path: String, _ ofAnyRelease: Bool, isExclusive: Bool = false
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        if isExclusive { configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") } }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { database in
            let isCurrent = try Schema.migrator.hasCompletedMigrations(database)
            let isSuperseded = try Schema.migrator.hasBeenSuperseded(database)
            guard ofAnyRelease || isCurrent && !isSuperseded else { throw LedgerReaderFailure.otherRelease("") }
        }
        return queue
    }

    private static func needsHelpers(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    }

    private static func hasLog(_ path: FilePath) -> Bool {
        let log = try? FileManager.default.attributesOfItem(atPath: path.string + "-wal")
        return (log?[.size] as? Int ?? 0) > 0
    }

    private static func exists(_ path: FilePath, _ suffix: String) -> Bool {
        FileManager.default.fileExists(atPath: path.string + suffix)
    }

    /// The address of a file that tells SQLite how to open it.
    private static func address(_ path: FilePath, _ manner: String) -> String {
        let plain = CharacterSet.urlPathAllowed
        return "file:\(path.string.addingPercentEncoding(withAllowedCharacters: plain) ?? path.string)?\(manner)"
    }
}

extension LedgerReaderFailure {
    /// What reading the ledger at a path met with.
    init(_ error: any Error, _ path: FilePath) {
        switch error {
        case LedgerReaderFailure.otherRelease: self = .otherRelease(path)
        case let failure as LedgerReaderFailure: self = failure
        case let error as DatabaseError
        where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM].contains(error.resultCode):
            self = .notReadable(path)
        case let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode):
            self = .damaged(path, Ledger.words(of: error))
        default: self = .failed(path, Ledger.words(of: error))
        }
    }
}
