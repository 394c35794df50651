import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao list`: every agency in a year and how it stands.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出一个年度的全部单位：结论、问题数、版本、收到时间。",
        discussion: "名录中的单位按名录的次序，名录以外的列在最后。--json 每个单位一行。")

    @OptionGroup var options: DeskOptions
    @OptionGroup var year: YearOption

    @Option(
        name: .customLong("only"),
        help: ArgumentHelp(
            "只列出这种情形的：\(DeskState.allCases.map(\.rawValue).joined(separator: "、"))。可以写几次。", valueName: "情形"),
        completion: .list(DeskState.allCases.map(\.rawValue)))
    var states: [DeskState] = []

    func run() async throws {
        try await options.withDesk { opened in
            let overview = try await opened.desk.overview(at: Date())
            let standing = year.standing(in: overview)
            guard options.json else {
                let text = DeskText.list(standing, states: states, at: overview.generatedAt, style: Console.style)
                return print(text, terminator: "")
            }
            let isWanted = { (state: DeskState) in states.isEmpty || states.contains(state) }
            for line in standing.lines where isWanted(line.state) {
                print(try JSON.line(AgencyRecord(line, year: standing.year)))
            }
            for report in standing.others where isWanted(.judged(report.verdict)) {
                print(try JSON.line(AgencyRecord(report, group: standing.group(of: report))))
            }
        }
    }
}

extension DeskState: ExpressibleByArgument {}
