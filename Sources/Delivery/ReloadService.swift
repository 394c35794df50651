import Linux
package import Logging
import ServiceLifecycle
package import Services
package import Settings
import UnixSignals

/// Reads the settings anew on SIGHUP: all of them come into force, or the old ones stay whole.
///
/// Where the ledger lies is not among them: that takes a restart.
package struct ReloadService: Service {
    private let dispatcher: Dispatcher
    private let notifier: any Notifier
    private let log: Logger
    private let load: @Sendable () throws(SettingsError) -> Settings

    package init(
        _ dispatcher: Dispatcher, notifier: any Notifier, log: Logger,
        load: @escaping @Sendable () throws(SettingsError) -> Settings
    ) {
        self.dispatcher = dispatcher
        self.notifier = notifier
        self.log = log
        self.load = load
    }

    package func run() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        notifier.notify("RELOADING=1\nMONOTONIC_USEC=\(ServiceManager.monotonicMicroseconds)")
        do throws(SettingsError) {
            await dispatcher.adopt(try load())
            log.notice("设置已重新读取。")
        } catch {
            log.error("设置没有启用，照旧按原来的设置发送。\(error.description)")
        }
        notifier.notify("READY=1")
    }
}
