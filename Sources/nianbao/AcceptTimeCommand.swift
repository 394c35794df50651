import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office
import Reports
import Settings

/// `nianbao accept-time`: when a report counts as handed in, on record.
struct AcceptTimeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept-time",
        abstract: "认定一个单位一个年度的报告的报送时间，记入台账和日志，并据此重新判断是否逾期。",
        discussion: """
            用于系统停机、共享中断期间送到的报告。到达登记保持原样；再次执行可以更正，以最后一次为准。
            时间写成 2027-01-29T16:30 或 2027-01-29（当天结束前），按设置中的时区。
            退出码：0 正常；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("为什么这样认定；写进台账和日志。", valueName: "理由"))
    var why: String

    @Argument(help: ArgumentHelp("单位，名录中的名称或能认出的其他写法。", valueName: "单位"))
    var agency: String

    @Argument(help: ArgumentHelp("报告的年度，如 2026。", valueName: "年度"))
    var year: Int

    @Argument(help: ArgumentHelp("认定的时间。", valueName: "时间"))
    var time: String

    func validate() throws {
        guard (2000...2999).contains(year) else { throw ValidationError("年度应为四位数字，如 2026。") }
        guard !why.allSatisfy(\.isWhitespace) else { throw ValidationError("请用 --why 写明理由。") }
    }

    func run() async throws {
        let setup = try options.configurationOfOwner()
        let (settings, roster) = (setup.settings, setup.roster)
        guard let moment = LocalTime.read(time, in: roster.deadlines.timeZone) else {
            throw ValidationError("时间“\(time.printable)”认不出来，请写成 2027-01-29T16:30 或 2027-01-29。")
        }
        let name = roster.agency(named: agency)?.name ?? agency
        let shown = moment.stamp(in: roster.deadlines.timeZone)
        let ledger = try Ledger.open(under: settings)
        let filing = Filing(year: year, agency: name)
        try await ledger.accept(filing, time: moment, shown: shown, why: why, at: Date())
        let changes = try await Recheck(settings: settings, roster: roster)
            .run(agencies: [filing.agency], year: filing.year, records: true, at: Date())
        print("\(filing.agency) \(filing.year) 年度报告的报送时间认定为 \(shown)，已记入台账。")
        print(
            changes.isEmpty
                ? "台账中还没有这份报告，报来时按这个时间判断。" : "已按这个时间重新校核，结论\(changes.contains(where: \.isChange) ? "有变化" : "没有变化")。"
        )
    }
}
