import Daemon
import Foundation
import Ledger
import Linux
package import Logging
import Reports
import ServiceLifecycle
import Services
package import Settings
import SystemPackage
import UnixSignals

/// The service that collects what other offices' machines send, from its settings to its end.
///
/// 1. `systemd-journal-remote` writes what it is sent into a folder; `Hints` wake the `Collector`.
/// 2. `RemoteSender.all` lists who has sent anything.
/// 3. `KnownOffices.membership` decides of which office a sender's records are.
/// 4. `Replica.follow` takes over what follows in the chain of an office's ledger, into a copy of it.
/// 5. `Ledger.show` puts what follows from that into the tables of this ledger,
/// 6. and `Site` writes the pages.
///
/// This ledger has records of its own: alerts, and what persons have confirmed. The same `JournalSender` gives them to this machine's
/// journal.
package struct Collect: Sendable {
    private let configuration: Configuration
    private let untilIdle: Bool
    private let log: Logger
    private let load: @Sendable () throws(Configuration.Refusal) -> Configuration

    /// Works until it is told to end, or until all that has come is shown. `load` is asked for the settings of the moment when they are to
    /// be read anew.
    package init(
        _ configuration: Configuration, untilIdle: Bool = false, log: Logger,
        load: @escaping @Sendable () throws(Configuration.Refusal) -> Configuration
    ) {
        self.configuration = configuration
        self.untilIdle = untilIdle
        self.log = log
        self.load = load
    }

    /// Runs until SIGTERM, SIGINT or idleness. Throws `StartFailure` where it can't begin.
    package func run() async throws {
        let state = settings.state.path
        Signals.ignoreBrokenPipes()
        let lock = try settings.state.take(log: log)
        defer { withExtendedLifetime(lock) {} }

        let journalWake = WakeSignal()
        let context = try await openContext(journalWake)
        let status = CollectorStatus(context.status)
        let collector: Collector
        do throws(Errno) {
            collector = try Collector(configuration, context, status, untilIdle: untilIdle)
        } catch {
            throw StartFailure.cannotCreate(state.appending(StateFolder.offices), error)
        }
        context.status.showCaughtUp()
        let sender = JournalSender(
            context, wake: journalWake, retriesAtEnd: untilIdle, output: StandardOutput.say)
        let monitor = AlertMonitor(configuration, context)
        let supervisor = Supervisor(context, readyAfter: .collector, line: status)
        let reloading = ReloadService(Current(configuration), context, load: load) { next in
            await monitor.adopt(next)
            await collector.adopt(next)
        }
        try await context.ledger.name(office: settings.office.name)
        try await context.ledger.append([.collecting], at: .now)
        let services: [any Service] = [
            sender, ShutdownRecord(.collectingEnds, ledger: context.ledger), collector, monitor, reloading, supervisor,
        ]
        try await ServiceGroup(daemon: services, log: log).run()
        guard untilIdle else { return }
        await sender.finish()
        if await !collector.isWritten { throw StartFailure.unpublished(settings.status.path) }
    }

    private var settings: Settings { configuration.settings }

    private func openContext(_ wake: WakeSignal) async throws -> DaemonContext {
        let work = Duration.seconds(60)
        let liveness = Liveness(allowances: [
            .collector: settings.collect.scanInterval + work * 5, .ledger: work, .journal: work,
            .alertMonitor: work * 3,
        ])
        let status = DaemonStatus()
        let state = settings.state.path
        let ledger = try await LongStart(ServiceManager()).run {
            do throws(Ledger.Failure) {
                return try Ledger(in: state) { figures, isNews in
                    status.show(figures)
                    guard isNews else { return }
                    for wake in [wake, liveness.wake] { wake.signal() }
                }
            } catch {
                throw StartFailure.ledger(state.appending(LedgerFile.name), error)
            }
        }
        return DaemonContext(ledger: ledger, status: status, liveness: liveness, log: log)
    }
}
