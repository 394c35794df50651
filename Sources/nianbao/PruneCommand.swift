import ArgumentParser
import Daemon
import Foundation
import Ledger
import Linux
import Settings
import SystemPackage

/// `nianbao prune`: what was kept longer than the settings ask for.
struct PruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "显示超过保存期限（设置 [retention]）的内容；加 --apply 才清理，并记入台账和日志。",
        discussion: """
            可以清理的有：被新版取代的旧版的存档文件和旧结论，已恢复的告警，已送达的消息，有关的流水记录，中断时留下的存档文件。
            各单位的最新一版、每一版的结论和到达登记一直保留；清理以后，nianbao verify 和 nianbao replay 的结果不变。
            服务运行时也可以使用。要定期清理，启用 nianbao-prune.timer。
            退出码：0 正常；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "真的清理。")
    var apply = false

    func run() async throws {
        let settings = try options.settingsOfOwner()
        do {
            let report = try await Retention(settings: settings).run(applies: apply, at: Date())
            for line in report.lines(applied: apply) { print(line) }
        } catch let error as Errno {
            let archive = settings.state.path.appending(StateFolder.archive)
            Console.complain("存档 \(archive) 无法读写：\(error.reason)。请检查磁盘和权限，再运行一次。")
            throw ExitStatus.inputOutput.code
        }
    }
}
