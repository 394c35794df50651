import Foundation
package import Ledger
import Linux
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
            case .several(let ledgers):
                "日志里有 \(ledgers.count) 本台账的记录，请用 --ledger 选定一本：\(ledgers.joined(separator: "、"))。"
            }
        }

        private static func name(_ folder: FilePath?) -> String { folder.map { "日志文件夹 \($0) " } ?? "本机的系统日志" }
    }

    private let settings: Settings
    private let roster: Roster
    private let directory: FilePath?
    private let log: Logger

    /// Reads this machine's journal, or the journal files of any machines in a folder.
    package init(settings: Settings, roster: Roster, directory: FilePath?, log: Logger) {
        self.settings = settings
        self.roster = roster
        self.directory = directory
        self.log = log
    }

    /// Makes the ledger and the files, and tells what was found. `wanted` names the ledger where there are several.
    package func run(ledger wanted: String?) async throws -> RebuildingReport {
        let state = settings.state.path
        do throws(Errno) { try Folders.make(state) } catch { throw StartFailure.cannotCreate(state, error) }
        let lock = try settings.state.lock()
        defer { withExtendedLifetime(lock) {} }
        let journal = try openJournal()
        let id = try choose(wanted, of: journal)
        try await refuseToOverwrite()
        let summary = try LedgerBuilder(in: state, id: id).build { take in
            try JournalRecords.read(of: id, from: journal, take)
        }
        if LedgerFile.exists(state.appending(LedgerFile.name)) {
            _ = try LedgerFile.setAside(in: state, as: "empty-\(UUID().uuidString)")
        }
        try LedgerFile.adoptRebuilt(in: state)
        let isPublished = try await Republication(settings: settings, roster: roster, log: log).publish()
        return RebuildingReport(summary, isPublished: isPublished)
    }

    private func openJournal() throws(Refusal) -> JournalReader {
        do throws(Errno) {
            return try JournalReader(directory: directory)
        } catch {
            throw .unreadable(directory, error)
        }
    }

    private func choose(_ wanted: String?, of journal: JournalReader) throws -> String {
        let ledgers = try journal.values(of: "NIANBAO_LEDGER").sorted()
        if let wanted, ledgers.contains(wanted) { return wanted }
        guard let first = ledgers.first else { throw Refusal.noRecords(directory) }
        guard ledgers.count == 1, wanted == nil else { throw Refusal.several(ledgers) }
        return first
    }

    private func refuseToOverwrite() async throws {
        let path = settings.state.path.appending(LedgerFile.name)
        guard LedgerFile.exists(path) else { return }
        guard let ledger = try? Ledger(in: settings.state.path), ledger.inherited == 0 else {
            throw Refusal.notEmpty(path)
        }
    }
}
