import ArgumentParser
import Delivery
import Foundation
import Ledger
import Linux
import Logging
import ServiceLifecycle
import Services
import Settings
import SystemPackage
import UnixSignals

/// Sends pending notices to people. It reads no report and writes nothing but the marks of what was sent.
@main
struct NianbaoAlerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nianbao-alerts", abstract: "把台账中的告警送出去；由 systemd 启动，见 nianbao-alerts.service。")

    @Option(help: ArgumentHelp("设置文件。", valueName: "文件"))
    var config: String?

    func run() async throws {
        let log = Logger(label: "nianbao-alerts") { _ in StandardErrorLog() }
        Signals.ignoreBrokenPipes()
        let file = config.map { FilePath($0) }
        let settings: Settings
        do throws(SettingsError) {
            settings = try Settings.load(from: file)
        } catch {
            log.critical("\(error.description)")
            throw ExitCode(78)
        }
        do {
            // Whoever takes over what speaks with the network must not get the key as well.
            let ledger = try Ledger(in: settings.state.path, recording: false)
            let notifier = ServiceManager()
            let dispatcher = Dispatcher(settings: settings, ledger: ledger, notifier: notifier, log: log)
            let reloading = ReloadService(dispatcher, notifier: notifier, log: log) { () throws(SettingsError) in
                try Settings.load(from: file)
            }
            var quiet = log
            quiet.logLevel = .error
            try await ServiceGroup(
                services: [reloading, dispatcher], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet
            ).run()
        } catch let failure as Ledger.Failure {
            log.critical("\(failure.description(of: settings.state.path.appending(LedgerFile.name)))")
            throw ExitCode(74)
        }
    }
}
