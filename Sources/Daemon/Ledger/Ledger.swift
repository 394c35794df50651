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
        /// A later edition of the program made it; the edition that it needs, where it says so.
        case newer(needs: String?)
        /// It lies on a share, where no database is safe; what the share is called.
        case remote(String)
        case failed(String)
    }

    private let executor = BlockingExecutor("ledger")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    /// Tells this ledger from others.
    let id: String
    /// Tells this run of the daemon from the others.
    let run = UUID().uuidString
    /// The last record that earlier runs took down: what became of it and those before is not known for sure.
    let inherited: Int
    private let database: DatabasePool
    private let daemonStatus: DaemonStatus
    private let liveness: Liveness
    private let listeners: [WakeSignal]

    /// Opens the ledger of a state folder, makes or upgrades its tables and checks it.
    ///
    /// Each change rings the `listeners`, which look for what is owed.
    package init(
        in state: FilePath, daemonStatus: DaemonStatus = DaemonStatus(), liveness: Liveness = Liveness(allowances: [:]), listeners: [WakeSignal] = []
    ) throws(Failure) {
        self.daemonStatus = daemonStatus
        self.liveness = liveness
        self.listeners = listeners
        do {
            database = try LedgerFile.open(in: state)
            id = try database.read { try String.fetchOne($0, sql: "SELECT id FROM identity") } ?? ""
            inherited = try database.read { try Int.fetchOne($0, sql: "SELECT max(number) FROM record") } ?? 0
            daemonStatus.show(try database.read(Figures.init))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Reads; nothing changes meanwhile.
    func read<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        let value = try database.read(body)
        liveness.progress(.ledger)
        return value
    }

    /// Reads what takes long, beside whatever else is read or changed meanwhile: as it was when it began.
    nonisolated func view<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        try database.read(body)
    }

    /// Changes all of something or nothing of it, then shows the new figures on the daemonStatus.
    func write<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        let (value, figures) = try database.write { database in
            let value = try body(database)
            return (value, try Figures(of: database))
        }
        daemonStatus.show(figures)
        liveness.progress(.ledger)
        for listener in listeners { listener.signal() }
        return value
    }
}
