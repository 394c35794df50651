import Foundation
import GRDB
import Linux
import SystemPackage

/// Opens a ledger for reading only, whoever owns it.
enum ReadOnlyDatabase {
    /// The ledger at a path. A daemon may be writing it at the same time.
    static func open(_ path: FilePath, ofAnyRelease: Bool = false) throws(LedgerReaderFailure) -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: path.string) else { throw missing(path) }
        guard FileManager.default.isReadableFile(atPath: path.string) else { throw .notReadable(path) }
        do {
            return try queue(path.string, ofAnyRelease)
        } catch let error as DatabaseError where needsHelpers(error) && !hasLog(path) {
            // Without a writer's helper files SQLite wants to make them, which only the owner may. Nobody is writing then, and the
            // file by itself is whole: it is read as what it is.
            do { return try queue(asIs(path), ofAnyRelease) } catch { throw LedgerReaderFailure(error, path) }
        } catch {
            throw LedgerReaderFailure(error, path)
        }
    }

    /// A folder that may not be looked into hides the ledger; that is something else than none.
    private static func missing(_ path: FilePath) -> LedgerReaderFailure {
        let folder = path.removingLastComponent().string
        let isHidden =
            FileManager.default.fileExists(atPath: folder) && !FileManager.default.isExecutableFile(atPath: folder)
        return isHidden ? .notReadable(path) : .noLedger(path)
    }

    private static func queue(_ path: String, _ ofAnyRelease: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
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

    /// The address by which SQLite takes a file as one that nobody changes.
    private static func asIs(_ path: FilePath) -> String {
        let plain = CharacterSet.urlPathAllowed
        return "file:\(path.string.addingPercentEncoding(withAllowedCharacters: plain) ?? path.string)?immutable=1"
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
        default: self = .failed(path, "\(error)")
        }
    }
}
