import ArgumentParser
import Delivery
import Ledger
import Linux
import Logging
import ServiceLifecycle
import Services
import Settings
import SystemPackage
import UnixSignals

extension AlertCommand {
    /// `nianbao alert deliver`: the service that sends pending notices to people. It reads no report and writes nothing but the marks of
    /// what was sent.
    struct Deliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deliver", abstract: "把台账中的告警送出去，一直运行；由 systemd 启动，见 nianbao-alerts.service。",
            discussion: "台账不在时等它回来。退出码：0 正常结束；64 用法不对；78 设置有误；127 缺少程序库。", shouldDisplay: false)

        @Option(
            help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml；没有这个文件时用内置的默认值。", valueName: "文件"),
            completion: .file(extensions: ["toml"]))
        var config: String?

        func run() async throws {
            let log = Logger(label: "nianbao-alerts") { _ in StandardErrorLog() }
            let settings = try SettingsOptions.load(config)
            do throws(HTTPLibrary.Failure) {
                try HTTPLibrary.load(Installation.part("libnianbao-http.so").string)
            } catch {
                log.critical("缺少发送所需的程序库，请重新安装：\(error.description)")
                throw ExitStatus.libraryMissing.code
            }
            Signals.ignoreBrokenPipes()
            try await serve(settings, log)
        }

        private func serve(_ settings: Settings, _ log: Logger) async throws {
            let notifier = ServiceManager()
            let file = config
            let dispatcher = Dispatcher(
                settings: settings,
                ledger: { () throws(Ledger.Failure) in
                    // Whoever takes over what speaks with the network must not get the key as well.
                    try Ledger(in: settings.state.path, making: .never, recording: false)
                }, notifier: notifier, log: log)
            let reloading = ReloadService(dispatcher, notifier: notifier, log: log) { () throws(SettingsError) in
                try SettingsOptions.file(file)
            }
            var quiet = log
            quiet.logLevel = .error
            try await ServiceGroup(
                services: [reloading, dispatcher], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet
            ).run()
        }
    }
}
