import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao history`: every version that an agency has handed in, the years side by side, and the rules that were broken most.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "列出一个单位报送过的每一版，或把历年的数字并列对比。",
        discussion: """
            单位可以写全称、简称或名称的一部分；不写的，对比全部单位合计的历年数字。--json 每版一行；\
            历年对比是 nianbao.years/1，常见问题是 nianbao.ranking/1。
            """)

    @OptionGroup var options: DeskOptions

    @Option(help: ArgumentHelp("只列出这个年度的，如 2024 或 未知年度；与 --rules 同用时，统计这个年度。", valueName: "年度"))
    var year: FiledYear?

    @Flag(help: "把历年的数字并列对比，注明较上年的增减。")
    var years = false

    @Flag(help: "统计一个年度哪些规则违反得最多，按名录的分组，供安排培训参考；不列单位名称。")
    var rules = false

    @Argument(help: ArgumentHelp("单位的名称。", valueName: "单位"))
    var agency: String?

    func validate() throws {
        if years && rules { throw ValidationError("--years 和 --rules 不能同时使用。") }
        if rules && agency != nil { throw ValidationError("--rules 统计全部单位，不能指定单位。") }
        if year != nil && !rules && (years || agency == nil) { throw ValidationError("--year 不能与历年对比同用。") }
    }

    func run() async throws {
        try await options.withDesk { opened in
            if rules { return try await printRanking(opened) }
            guard let words = agency else { return try printYears(await opened.desk.years().all) }
            let agency = try await opened.agency(meaning: words)
            if years { return try printYears(await opened.desk.years(of: agency)) }
            try await printVersions(of: agency, opened)
        }
    }

    private func printVersions(of agency: String, _ opened: DeskOptions.Opened) async throws {
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

    private func printYears(_ comparison: YearComparison) throws {
        print(
            options.json
                ? try YearsFile.json(for: comparison) : YearsText.text(for: comparison, style: Console.style),
            terminator: "")
    }

    private func printRanking(_ opened: DeskOptions.Opened) async throws {
        let wanted: String
        if let year { wanted = year.name } else { wanted = try await opened.desk.overview(at: Date()).currentYear() }
        guard let number = Int(wanted) else { throw ValidationError("--rules 需要写明年度，如 --year 2024。") }
        let ranking = try await opened.desk.ranking(of: number)
        print(
            options.json ? try YearsFile.json(for: ranking) : YearsText.text(for: ranking, style: Console.style),
            terminator: "")
    }
}
