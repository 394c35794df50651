import ArgumentParser
import Daemon
import Ledger
import Linux
import Logging
import Office
import Services
import Settings
import SystemPackage

/// `nianbao replay`: the ledger and the status files, from journals alone.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "只凭系统日志重建空的台账，以及全部回执、总览和汇总表。",
        discussion: """
            默认读本机的系统日志；--directory 指定一个放日志文件的文件夹，其中可以有 systemd-journal-remote 从多台机器收集的文件。
            只采信服务写入的记录：本机日志里由台账（没有台账时是台账文件夹）的主人写入的，其他机器的日志里由 nianbao.service 写入的，可用 --match 另行指明。
            其他来源的、编号或名称不合规定的、前后接不上的，列出而不采信。
            台账里已有记录时什么也不改动。服务须先停止。
            退出码：0 完整重建；1 已重建，但日志里缺少一些记录；64 用法不对；73 无法建立文件；74 读写失败；75 服务正在运行；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("日志文件所在的文件夹。", valueName: "文件夹"), completion: .directory)
    var directory: String?

    @Flag(help: "不重建：台账不见了，确实要从头开始时，另建一本空的。")
    var empty = false

    @Option(help: ArgumentHelp("日志里有几本台账时，选定哪一本（字段 NIANBAO_LEDGER 的值）。", valueName: "编号"))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "只采信带有这个字段的日志。只能是 journald 自己写入的字段，以 _ 开头，如 _UID=997、_SYSTEMD_UNIT=nianbao.service。", valueName: "字段=值"),
        transform: { text in
            guard let origin = JournalOrigin(text) else { throw ValidationError("“\(text.printable)”不是以 _ 开头的字段=值。") }
            return origin
        })
    var match: JournalOrigin?

    func run() async throws {
        let setup = try options.configurationOfOwner()
        let replay = Replay(
            settings: setup.settings, roster: setup.roster,
            directory: directory.map { FilePath($0) }, origin: match,
            log: Logger(label: "nianbao") { _ in StandardErrorLog() })
        do {
            if empty {
                print("已另建一本空的台账：\(try await replay.makeEmpty())")
                return
            }
            let report = try await replay.run(ledger: ledger)
            report.lines.forEach { print($0.printable) }
            guard report.isPublished else { throw ExitStatus.inputOutput.code }
            guard report.isWhole else { throw ExitStatus.returned.code }
        } catch let refusal as Replay.Refusal {
            Console.complain(refusal.description.printable)
            throw ExitStatus.inputOutput.code
        }
    }
}
