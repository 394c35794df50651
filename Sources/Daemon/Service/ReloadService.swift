import Foundation
package import Ledger
import Linux
import Logging
import ServiceLifecycle
package import Services
package import Settings
import UnixSignals

/// Reads the settings and the roster anew on SIGHUP: all of them come into force, or the old ones stay whole.
package struct ReloadService: Service {
    let current: Current<Configuration>
    let load: @Sendable () throws(Configuration.Refusal) -> Configuration
    let adopt: @Sendable (Configuration) async -> Void
    let context: DaemonContext
    let notifier: any Notifier

    package init(
        _ current: Current<Configuration>, _ context: DaemonContext, notifier: any Notifier = ServiceManager(),
        load: @escaping @Sendable () throws(Configuration.Refusal) -> Configuration,
        adopt: @escaping @Sendable (Configuration) async -> Void
    ) {
        self.current = current
        self.context = context
        self.notifier = notifier
        self.load = load
        self.adopt = adopt
    }

    package func run() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        notifier.notify("RELOADING=1\nMONOTONIC_USEC=\(ServiceManager.monotonicMicroseconds)")
        let entry = await outcome()
        do {
            try await context.ledger.append([entry], at: .now)
        } catch {
            context.log.error("\(entry.message)", error: error)
        }
        notifier.notify("READY=1")
    }

    private func outcome() async -> Entry {
        do throws(Configuration.Refusal) {
            let next = try load()
            if let refusal = current.value.refusal(of: next) { throw refusal }
            current.replace(by: next)
            await adopt(next)
            return .reloaded
        } catch {
            return .reloadRefused(error.description)
        }
    }
}

/// Records that the daemon stops, after the last file and before the last delivery.
package struct ShutdownRecord: Service {
    private let entry: Entry
    private let ledger: Ledger

    package init(_ entry: Entry = .stopping, ledger: Ledger) { (self.entry, self.ledger) = (entry, ledger) }

    package func run() async throws {
        try? await gracefulShutdown()
        try await ledger.append([entry], at: .now)
    }
}
