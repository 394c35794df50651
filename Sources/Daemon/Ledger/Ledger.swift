import Foundation
import GRDB
package import Linux
import Office
package import SystemPackage

/// The truth: every arrival, every result, and everything that is still to be told to anybody.
///
/// A change and what follows from it are one transaction, on disk before anybody outside can see it. The journal and
/// the status files are repeated from here for as often as it takes.
package actor Ledger {
    /// Why the ledger can't be used.
    package enum Failure: Error, Sendable, Hashable {
        case damaged(String)
        case failed(String)
    }

    private let executor = BlockingExecutor("ledger")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    /// Tells this ledger from others.
    let id: String
    /// Tells this run of the daemon from the others.
    let run = UUID().uuidString
    private let database: DatabaseQueue
    private let board: Board
    private let pulses: Pulses
    private let listeners: [Bell]

    /// Opens the ledger of a state folder, makes or upgrades its tables and checks it.
    ///
    /// Each change rings the `listeners`, which look for what is owed.
    package init(
        in state: FilePath, board: Board, pulses: Pulses, listeners: [Bell] = []
    ) throws(Failure) {
        self.board = board
        self.pulses = pulses
        self.listeners = listeners
        do {
            database = try Self.open(state.appending("ledger.sqlite").string)
            id = try database.read { try String.fetchOne($0, sql: "SELECT id FROM identity") } ?? ""
            board.show(try database.read(Figures.init))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed("\(error)")
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // What is committed must outlive a power cut: others are told of it at once.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.migrator.migrate(queue)
        let complaints = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(3)") }
        guard complaints == ["ok"] else { throw Failure.damaged(complaints.joined(separator: "; ")) }
        return queue
    }

    /// Reads; nothing else changes meanwhile.
    func read<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        let value = try database.read(body)
        pulses.beat(.ledger)
        return value
    }

    /// Changes all of something or nothing of it, then shows the new figures on the board.
    func write<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        let (value, figures) = try database.write { database in
            let value = try body(database)
            return (value, try Figures(of: database))
        }
        board.show(figures)
        pulses.beat(.ledger)
        for listener in listeners { listener.ring() }
        return value
    }
}
