import Foundation
import Ledger
import Linux
import Logging
import ServiceLifecycle
import Services
import Settings
import UnixSignals

/// Reads the settings and the roster anew on SIGHUP: all of them come into force, or the old ones stay whole.
struct ReloadService: Service {
    let current: Current<Configuration>
    let load: @Sendable () throws(Configuration.Refusal) -> Configuration
    let adopt: @Sendable (Configuration) async -> Void
    let ledger: Ledger
    let notifier: any Notifier
    let log: Logger

    func run() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        notifier.notify("RELOADING=1\nMONOTONIC_USEC=\(ServiceManager.monotonicMicroseconds)")
        let entry = await outcome()
        do {
            try await ledger.append([entry], at: .now)
        } catch {
            log.error("\(entry.message)", error: error)
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
