import ArgumentParser
import Daemon
import Ledger
import Logging
import Services
import SystemPackage

/// `nianbao replay`: the ledger and the status files, from journals alone.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "只凭系统日志重建空的台账，以及全部回执、总览和汇总表。",
        discussion: """
            默认读本机的系统日志；--directory 指定一个放日志文件的文件夹，其中可以有 systemd-journal-remote 从多台机器收集的文件。
            台账里已有记录时什么也不改动。服务须先停止。
            退出码：0 完整重建；1 已重建，但日志里缺少一些记录；64 用法不对；73 无法建立文件；74 读写失败；75 服务正在运行；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("日志文件所在的文件夹。", valueName: "文件夹"))
    var directory: String?

    @Option(help: ArgumentHelp("日志里有几本台账时，选定哪一本（字段 NIANBAO_LEDGER 的值）。", valueName: "编号"))
    var ledger: String?

    func run() async throws {
        let settings = try options.settings()
        let replay = Replay(
            settings: settings, roster: try SettingsOptions.roster(of: settings),
            directory: directory.map { FilePath($0) }, log: Logger(label: "nianbao") { _ in StandardErrorLog() })
        do {
            let report = try await replay.run(ledger: ledger)
            report.lines.forEach { print($0) }
            guard report.isPublished else { throw ExitStatus.inputOutput.code }
            guard report.isWhole else { throw ExitStatus.returned.code }
        } catch let refusal as Replay.Refusal {
            Console.complain(refusal.description)
            throw ExitStatus.inputOutput.code
        } catch let failure as StartFailure {
            Console.complain(failure.description)
            throw ExitStatus(failure).code
        }
    }
}
