import Foundation
import GRDB
import Linux
import Office
package import SystemPackage

extension Ledger {
    /// Whether a ledger is made in a state folder that has none.
    package enum Making: Sendable {
        /// By who only works on what the service records.
        case never
        /// Where there has never been one; what else knows of one, in Chinese.
        case first(unless: String? = nil)
        /// Also in the place of one that is gone: a person has said so.
        case anew

        /// Whether nobody else makes one at the same time.
        var isExclusive: Bool { if case .never = self { false } else { true } }
    }
}

extension Ledger {
    /// Where a ledger ends.
    package struct End: Sendable {
        package let ledger: String
        let last: StoredRecord?
    }
}

/// The truth: every arrival, every result, and everything that is still to be told to anybody.
///
/// A change and what follows from it are one transaction, on disk before anybody outside can see it. The journal and
/// the status files are repeated from here for as often as it takes.
package actor Ledger {
    /// The name of the file of keys in a state folder.
    package static let keysFileName = Keyring.name

    private let executor = BlockingExecutor("ledger")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    /// Tells this ledger from others.
    package nonisolated let id: String
    /// Tells this run of the daemon from the others.
    nonisolated let run = UUID().uuidString
    /// The last record that earlier runs recorded: what became of it and those before is not known for sure.
    package nonisolated let inherited: Int
    /// The last run of the daemon was killed, or a command came after it.
    package nonisolated let wasInterrupted: Bool
    /// The last record that is sealed with a key that is lost; 0 where none is.
    package nonisolated let unverifiable: Int
    private let state: FilePath
    /// The file that was opened, whatever lies under its name now.
    private let file: LedgerFile.Place?
    /// None where nothing is recorded.
    private let keyring: Keyring?
    private let database: DatabasePool
    private let onChange: @Sendable (Figures, _ isNews: Bool) -> Void
    /// After so many changes a checkpoint is worth its syncs: a report makes some five.
    private static let changesEnough = 50
    /// How many changes there were since the last checkpoint.
    private var changes = 0
    /// Changes where another program has changed the ledger, and only then.
    private var dataVersion: Int?
    /// What the connection that writes is set to.
    private var durability = Durability.powerCut

    /// What a change outlives once it is made. The raw value is what SQLite calls it.
    enum Durability: String {
        /// A power cut: others are told of it.
        case powerCut = "FULL"
        /// The end of this program. A power cut may take it back, as long as no change that outlives one has followed: it is done once
        /// more then, without harm, and a sync is saved.
        case kill = "NORMAL"
    }

    /// Opens the ledger of a state folder, makes or upgrades its tables and checks it.
    ///
    /// Calls `onChange` with the figures as they are now and after each change, on the ledger's own thread: it must not block. What a
    /// component notes of its own work is no news: nobody else has anything to do then. One that only takes notices from it records
    /// nothing, and needs no key: with `recording` false, to record anything fails. `examine` sees where it ends before anything is written
    /// to it, and may refuse it.
    package init(
        in state: FilePath, making: Making = .first(), recording: Bool = true,
        onChange: @escaping @Sendable (Figures, _ isNews: Bool) -> Void = { _, _ in },
        examine: (End) throws(Failure) -> Void = { _ in }
    ) throws(Failure) {
        self.onChange = onChange
        do {
            database = try LedgerFile.open(in: state, making: making)
            file = try LedgerFile.place(in: state)
            let id = try database.read { try String.fetchOne($0, sql: "SELECT id FROM identity") } ?? ""
            self.id = id
            try examine(End(ledger: id, last: database.read { try StoredRecord.last(before: .max, in: $0) }))
            let sealing = recording ? try Sealing.prepare(database, of: id, in: state) : nil
            keyring = sealing?.keyring
            unverifiable = sealing?.unverifiable ?? 0
            self.state = state
            inherited = try database.read { try Int.fetchOne($0, sql: "SELECT max(number) FROM record") } ?? 0
            let last = try database.read {
                // Writing the last pages may end an alert after all else has ended.
                try String.fetchOne(
                    $0, sql: "SELECT event FROM record WHERE event <> ? ORDER BY number DESC LIMIT 1",
                    arguments: [Event.cleared.rawValue])
            }
            wasInterrupted = last.map { $0 != Event.stopping.rawValue } ?? false
            dataVersion = try Self.dataVersion(of: database)
            onChange(try database.read(Figures.init), true)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(error, in: state)
        }
    }

    /// Returns when the ledger has come to it: whoever waits in vain knows that the ledger is stuck.
    package func respond() {}

    /// Puts what was committed in its place in the database, where there is enough of it: while nobody waits, since a commit that finds too
    /// much of it has to do the same.
    package func checkpoint() throws {
        guard changes >= Self.changesEnough else { return }
        changes = 0
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    }

    /// Puts the file of keys back where somebody has removed it.
    package func keepKeys() throws { try keyring?.keep(in: state) }

    /// Whether the file that is being written is still the one that lies under its name: somebody may have removed it, put another one in
    /// its place, or mounted a disk over it.
    package func isInPlace() throws -> Bool { try LedgerFile.place(in: state) == file }

    /// Shows `onChange` what other programs have recorded since the last time, if anything.
    package func noteOthersChanges() throws {
        let version = try Self.dataVersion(of: database)
        guard version != dataVersion else { return }
        dataVersion = version
        onChange(try database.read(Figures.init), true)
    }

    private static func dataVersion(of database: DatabasePool) throws -> Int? {
        try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    }

    /// Reads; nothing changes meanwhile. It goes by the connection that writes, which keeps its pages over its own changes: any other has to
    /// read them anew after each.
    func read<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        try database.readByWriter(body)
    }

    /// Reads what takes long, beside whatever else is read or changed meanwhile: as it was when it began.
    nonisolated func view<Value: Sendable>(_ body: (Database) throws -> Value) throws -> Value {
        try database.read(body)
    }

    /// Changes all of something or nothing of it, then shows the new figures to `onChange`.
    func write<Value: Sendable>(
        outliving durability: Durability = .powerCut, _ body: (Database) throws -> Value
    ) throws -> Value {
        try set(durability)
        let (value, figures) = try database.write { database in
            let value = try body(database)
            return (value, try Figures(of: database))
        }
        changes += 1
        onChange(figures, durability == .powerCut)
        return value
    }

    /// Sets the connection that writes. Where that fails nothing is written.
    private func set(_ wanted: Durability) throws {
        guard wanted != durability else { return }
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(wanted.rawValue)") }
        durability = wanted
    }
}
