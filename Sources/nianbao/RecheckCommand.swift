import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office
import Settings

/// `nianbao recheck`: archived reports, judged by the rules of today.
struct RecheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract: "按现行的规则、设置和名录重新校核归档的报告，显示结果有什么变化。",
        discussion: """
            只看各单位各年度的最新一版。不加 --record 时只显示，不改动任何记录。服务运行时也可以使用。
            退出码：0 正常；5 系统故障；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "把变化记入台账和日志，并更新回执；原来的结果保留在台账中。")
    var record = false

    @Flag(help: "每份有变化的报告一行 JSON，内容是新的结果。")
    var json = false

    @Argument(help: ArgumentHelp("只重新校核这些单位；不写则全部。", valueName: "单位"))
    var agencies: [String] = []

    func run() async throws {
        let setup = try options.configurationOfOwner()
        do {
            let bodies = try await bodies(in: setup)
            var lost = 0
            let checked = try await Recheck(settings: setup.settings, roster: setup.roster)
                .run(agencies: bodies, records: record, at: Date()) { version in
                    lost += 1
                    Console.complain(RecheckText.lost(version))
                }
            try show(checked)
            guard lost == 0 else { throw ExitStatus.inputOutput.code }
        } catch let failure as WorkerFailure {
            Console.complain("没有重新校核：\(failure.description)。与报告无关，请检查安装是否完整。")
            throw ExitStatus.fault.code
        }
    }

    /// The bodies that are meant.
    private func bodies(in setup: Configuration) async throws -> [String] {
        guard !agencies.isEmpty else { return [] }
        let desk = try LedgerReader(settings: setup.settings, roster: setup.roster)
        var bodies: [String] = []
        for words in agencies { bodies.append(try await desk.agency(meaning: words, in: setup.roster)) }
        return bodies
    }

    private func show(_ checked: [Recheck.Change]) throws {
        let changes = checked.filter(\.isChange)
        for change in changes {
            let words =
                json
                ? try JSON.line(change.now) + "\n"
                : RecheckText.text(for: change.version, now: change.now, style: Console.style)
            print(words, terminator: "")
        }
        guard !json else { return }
        print(
            RecheckText.summary(checked: checked.count, changed: changes.count, recorded: record), terminator: "")
    }
}
