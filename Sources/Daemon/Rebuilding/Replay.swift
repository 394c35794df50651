import Foundation
package import Ledger
package import Linux
package import Logging
package import Reports
package import Settings
package import SystemPackage

/// Makes an empty ledger and all status files from journals alone.
package struct Replay: Sendable {
    /// Why nothing was made.
    package enum Refusal: Error, Sendable, Hashable {
        /// There is a ledger that holds something.
        case notEmpty(FilePath)
        case unreadable(FilePath?, Errno)
        case noRecords(FilePath?)
        /// There are records, and others than the one that is believed have written them; who, and how many.
        case onlyOthers(FilePath?, JournalOrigin, String)
        /// The journals hold several ledgers; which they are.
        case several([String])

        /// What is wrong and what to do, in Chinese.
        package var description: String {
            switch self {
            case .notEmpty(let path):
                "台账 \(path) 里已有记录，没有改动它。重建只写入空的台账：请用 --state 另指定一个文件夹。"
            case .unreadable(let folder, let error):
                "\(Self.name(folder))读不出来：\(error.reason)。请检查路径和权限，账户 \(Account.own) 须在用户组 systemd-journal 中。"
            case .noRecords(let folder):
                "\(Self.name(folder))里没有 nianbao 的记录。请检查路径，以及账户 \(Account.own) 是否在用户组 systemd-journal 中。"
            case .onlyOthers(let folder, let origin, let others):
                "\(Self.name(folder))里没有\(origin.description)写入的记录。\(others)"
                    + "请用服务的账户运行（sudo -u nianbao -g systemd-journal nianbao replay）；确认记录可信时，用 --match 字段=值 指明由谁写入，如 --match _UID=997。"
            case .several(let ledgers):
                "日志里有 \(ledgers.count) 本台账的记录，请用 --ledger 选定一本：\(ledgers.joined(separator: "、"))。"
            }
        }

        private static func name(_ folder: FilePath?) -> String {
            folder.map { "日志文件夹 \(FileName($0.string).display) " } ?? "本机的系统日志"
        }
    }

    /// The unit whose entries are believed in the journal files of other machines, where accounts have other numbers.
    package static let unit = "nianbao.service"

    private let settings: Settings
    private let roster: Roster
    private let directory: FilePath?
    private let origin: JournalOrigin?
    private let log: Logger

    /// Reads this machine's journal, or the journal files of any machines in a folder. `origin` says whose entries are believed: without it,
    /// those of the state folder's owner, and of the service's unit in the files of other machines.
    package init(
        settings: Settings, roster: Roster, directory: FilePath?, origin: JournalOrigin? = nil, log: Logger
    ) {
        self.settings = settings
        self.roster = roster
        self.directory = directory
        self.origin = origin
        self.log = log
    }

    /// Makes the ledger and the files, and tells what was found. `wanted` names the ledger where there are several.
    package func run(ledger wanted: String?) async throws -> RebuildingReport {
        try await alone { state in try await make(wanted, in: state) }
    }

    /// Does something that nobody else may do meanwhile. Where it fails, the lock leaves nothing: it may be root's, in a folder of which the disk
    /// is not mounted.
    private func alone<Value>(_ body: (_ state: FilePath) async throws -> Value) async throws -> Value {
        let state = settings.state.path
        let file = state.appending(StateFolder.lock)
        do throws(Errno) { try Folders.make(state, mode: 0o700) } catch {
            throw StartFailure.cannotCreate(state, error)
        }
        let isNew = try !LedgerFile.exists(file)
        let lock = try settings.state.lock()
        defer { withExtendedLifetime(lock) {} }
        do {
            return try await body(state)
        } catch {
            if isNew { try Folders.remove(file) }
            throw error
        }
    }

    private func make(_ wanted: String?, in state: FilePath) async throws -> RebuildingReport {
        let source = try source()
        let journal = try reading { try source.open() }
        let id = try reading { try choose(wanted, of: journal, source.origin) }
        try await refuseToOverwrite()
        let known = LostLedger(settings)
        let builder = LedgerBuilder(in: state, id: id, reached: known.reached(by: id), given: known.versions(of: id))
        let summary = try builder.build { take in
            try reading { try JournalRecords.read(of: id, from: journal) { try take($0, true) } }
        }
        try LedgerFile.adoptRebuilt(in: state)
        let isPublished = try await Republication(settings: settings, roster: roster, log: log).publish()
        return RebuildingReport(summary, isPublished: isPublished)
    }

    /// Makes a ledger that holds nothing, whatever is known of another one that is gone; gives its path.
    package func makeEmpty() async throws -> FilePath {
        try await alone { state in
            try await refuseToOverwrite()
            let path = state.appending(LedgerFile.name)
            // SQLite would remove a log that was left without its database.
            if try !LedgerFile.hasLedger(state) { _ = try LedgerFile.setAside(in: state, at: .now) }
            do throws(Ledger.Failure) {
                _ = try Ledger(in: state, making: .anew)
            } catch {
                throw StartFailure.ledger(path, error)
            }
            return path
        }
    }

    private func source() throws -> JournalSource {
        if let directory { return JournalSource(.folder(directory), from: origin ?? .unit(Self.unit)) }
        if let origin { return JournalSource(.machine, from: origin) }
        return try reading { try LedgerFile.journal(of: settings.state.path) }
    }

    /// What the journal can't give is a refusal.
    private func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as Errno {
            throw Refusal.unreadable(directory, error)
        }
    }

    /// The ledger that is wanted; else the one that this state folder had; else the only one whose records prove themselves.
    private func choose(_ wanted: String?, of journal: JournalReader, _ origin: JournalOrigin) throws -> String {
        let ledgers = try JournalRecords.ledgers(in: journal)
        if let wanted, ledgers.contains(wanted) { return wanted }
        guard !ledgers.isEmpty else {
            let others = try JournalRecords.others(in: journal)
            guard others.count > 0 else { throw Refusal.noRecords(directory) }
            throw Refusal.onlyOthers(directory, origin, others.lines.joined())
        }
        if wanted == nil {
            if ledgers.count == 1 { return ledgers[0] }
            if let own = try LedgerFile.identity(in: settings.state.path), ledgers.contains(own) { return own }
            let proven = try ledgers.filter { try JournalRecords.proves($0, in: journal, keysIn: settings.state.path) }
            if proven.count == 1 { return proven[0] }
        }
        throw Refusal.several(ledgers)
    }

    private func refuseToOverwrite() async throws {
        let path = settings.state.path.appending(LedgerFile.name)
        guard try LedgerFile.hasLedger(settings.state.path) else { return }
        do throws(Ledger.Failure) {
            guard try Ledger(in: settings.state.path).inherited == 0 else { throw .failed("") }
        } catch {
            throw Refusal.notEmpty(path)
        }
    }
}
