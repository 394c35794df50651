import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao totals`: the three tables summed over a year.
struct TotalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "totals", abstract: "汇总一个年度合格的报告：主要各项的合计、没有计入的单位、与本级报告的差别。",
        discussion: "全部各项见状态文件夹中的 totals-年度.html、.xlsx 和 .csv。--json 输出的内容与 totals-年度.json 相同。")

    @OptionGroup var options: DeskOptions

    @Argument(help: ArgumentHelp("报告的年度，如 2024。不写的，取总览页打开时显示的年度。", valueName: "年度"))
    var year: Int?

    func run() async throws {
        try await options.withDesk { opened in
            let current = Int(try await opened.desk.overview(at: Date()).currentYear())
            guard let year = year ?? current else { return }
            let totals = try await opened.desk.totals(of: year)
            print(
                options.json ? try TotalsFile.json(for: totals) : TotalsText.text(for: totals, style: Console.style),
                terminator: "")
        }
    }
}
