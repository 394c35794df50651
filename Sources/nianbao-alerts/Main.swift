import ArgumentParser
import Daemon
import Delivery
import Foundation
import Linux
import Logging
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// Sends what the ledger owes to people. It reads no report and writes nothing but the marks of what was sent.
@main
struct NianbaoAlerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nianbao-alerts", abstract: "把台账中的告警送出去；由 systemd 启动，见 nianbao-alerts.service。")

    @Option(help: ArgumentHelp("设置文件。", valueName: "文件"))
    var config: String?

    func run() async throws {
        let log = Logger(label: "nianbao-alerts") { _ in StandardErrorLog() }
        Signals.ignoreBrokenPipes()
        let settings: Settings
        do throws(SettingsError) {
            settings = try Settings.load(from: config.map { FilePath($0) })
        } catch {
            log.critical("\(error.description)")
            throw ExitCode(78)
        }
        do {
            let ledger = try Ledger.open(under: settings)
            let dispatcher = Dispatcher(settings: settings, ledger: ledger, notifier: ServiceManager(), log: log)
            var quiet = log
            quiet.logLevel = .error
            try await ServiceGroup(
                services: [dispatcher], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet
            ).run()
        } catch let failure as StartFailure {
            log.critical("\(failure.description)")
            throw ExitCode(74)
        }
    }
}
