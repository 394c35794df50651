import ArgumentParser
import Daemon
import Logging
import Services
import Settings

/// `nianbao rebuild`: every status file, written once more.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "按台账把全部回执、总览和汇总表重写一遍。",
        discussion: """
            服务运行时也可以使用：由服务在半分钟之内重写。服务没有运行时，由本命令写完。
            退出码：0 正常；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let setup = try options.configurationOfOwner()
        let log = Logger(label: "nianbao") { _ in StandardErrorLog() }
        let isWritten = try await Republication(
            settings: setup.settings, roster: setup.roster, log: log
        ).run()
        print(isWritten ? "回执、总览和汇总表已全部重写。" : "服务正在运行，将由它在半分钟之内全部重写。")
    }
}
