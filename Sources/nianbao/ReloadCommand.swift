import ArgumentParser
import Daemon
import Foundation
import Ledger
import Linux
import Settings
import SystemPackage

/// `nianbao config reload`: has the running daemon read its settings anew, and waits for how that ends.
struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "让运行中的服务重新读取设置和名录，等到结果出来为止。有错误时不启用，服务照旧运行。",
        discussion: """
            先检查设置；无误才通知服务。收件、台账和结果文件夹的位置要重启才能更改，其他各项随即生效。
            退出码：0 已启用；64 用法不对；69 服务没有运行，或者没有答复；74 台账读不出来；78 设置有误，没有启用。
            """)

    /// How long the daemon may take: it answers between two files.
    private static let patience = Duration.seconds(60)

    @OptionGroup var options: SettingsOptions

    @Argument(help: ArgumentHelp("服务的进程号；不写则从状态文件夹中查出。", valueName: "进程号"))
    var process: Int32?

    func run() async throws {
        let settings = try options.configurationOfOwner().settings
        let ledger = try Ledger.open(under: settings)
        let before = try await ledger.lastReload()?.record ?? 0
        guard
            let process = process
                ?? FileLock.holder(of: settings.state.path.appending(StateFolder.lock)).map(Int32.init),
            kill(process, SIGHUP) == 0
        else { throw give(up: "服务没有运行，没有可以通知的。") }
        let end = ContinuousClock.now + Self.patience
        while .now < end {
            if let last = try await ledger.lastReload(), last.record > before { return try report(last.refusal) }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw give(up: "服务在一分钟之内没有答复，请查看 systemctl status nianbao。")
    }

    private func report(_ refusal: String?) throws {
        guard let refusal else { return print("设置已重新读取。") }
        Console.complain(refusal)
        throw ExitStatus.configuration.code
    }

    private func give(up words: String) -> ExitCode {
        Console.complain(words)
        return ExitStatus.unavailable.code
    }
}
