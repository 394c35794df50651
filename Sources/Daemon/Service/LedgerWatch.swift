import Ledger
package import Linux
import Logging
import Services
package import SystemPackage

/// Notices what commands record while the service runs, and wakes whatever has to follow: pages, the bureaus' files, the journal.
///
/// That a program has closed a file of the state folder is a hint; the ledger says whether there is anything new.
package actor LedgerWatch: PeriodicService {
    package nonisolated let wake: WakeSignal
    private let state: FilePath
    private let ledger: Ledger
    private let log: Logger
    private let pause: Duration
    private let hints: Hints?
    private var failureLog = LatchedLog("台账读不出来，命令所记的内容稍后才会更新到各处。", over: "台账又能读了。")

    /// Without hints, as where the system has none left, it asks the ledger now and then.
    package init(
        of state: FilePath, _ context: DaemonContext, pause: Duration = .seconds(10), wake: WakeSignal = WakeSignal()
    ) {
        (self.state, ledger, log, self.pause, self.wake) = (state, context.ledger, context.log, pause, wake)
        hints = try? Hints(hearsOnlyEnds: true, signalling: wake)
    }

    package func round() async -> Duration? {
        do {
            // Watched first and asked then: nothing is missed in between.
            try hints?.watch(Directory(state))
            try await ledger.noteOthersChanges()
            failureLog.recovered(in: log)
        } catch {
            failureLog.failed(error, in: log)
        }
        return pause
    }
}
