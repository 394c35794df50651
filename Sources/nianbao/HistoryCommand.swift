import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao history`: every version that an agency has handed in.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "列出一个单位报送过的每一版：年度、结论、收到时间、文件。",
        discussion: "单位可以写全称、简称或名称的一部分。--json 每版一行。")

    @OptionGroup var options: DeskOptions

    @Option(help: ArgumentHelp("只列出这个年度的，如 2024 或 未知年度。", valueName: "年度"))
    var year: FiledYear?

    @Argument(help: ArgumentHelp("单位的名称。", valueName: "单位"))
    var agency: String

    func run() async throws {
        try await options.withDesk { opened in
            let agency = try await opened.agency(meaning: agency)
            let wanted = year?.name
            let lines = try await opened.desk.register().lines.filter {
                $0.report.agency == agency && (wanted == nil || $0.report.year == wanted)
            }
            if options.json {
                for line in lines { print(try JSON.line(ReportRecord(line.report))) }
            } else if lines.isEmpty {
                print(DeskText.nothing(of: agency, year: wanted ?? "各年度"), terminator: "")
            } else {
                print(DeskText.history(lines, style: Console.style), terminator: "")
            }
        }
    }
}
