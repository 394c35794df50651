import Ledger
import Linux
import Office
import Settings
import SystemPackage

/// What knows of a ledger outside of its state folder, where that has none: a disk may not be mounted.
struct LostLedger {
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    /// Where it is known from, in Chinese; `nil` where there has never been one. What can't be seen says nothing.
    var trace: String? {
        let overview = settings.status.path.appending(Page.status.rawValue)
        if (try? LedgerFile.exists(overview)) == true { return "结果文件夹中还有按它写的 \(overview)" }
        return isInJournal ? "系统日志中还有它的记录" : nil
    }

    /// Whether the service has told this machine's journal of a ledger. Only the installed service is asked for: it has one state folder, and
    /// whoever starts the program by hand may have many.
    private var isInJournal: Bool {
        guard ServiceManager.unit == Replay.unit else { return false }
        do {
            let journal = try JournalSource(.machine, from: .unit(Replay.unit)).open()
            try journal.find([(name: "NIANBAO_EVENT", value: Event.started.rawValue)])
            return try journal.next { _ in false } != nil
        } catch {
            return false
        }
    }
}
