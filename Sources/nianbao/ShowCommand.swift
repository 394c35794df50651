import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office
import Reports
import Settings

/// `nianbao show`: what was found in an agency's report.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "显示一个单位的报告查出了什么：结论、每处问题的改法和依据。",
        discussion: "单位可以写全称、简称或名称的一部分。--json 输出 result.json 的内容，外加 standing：办公室核销、改定之后的结论；没有收到报告的，输出 null。")

    @OptionGroup var options: DeskOptions
    @OptionGroup var year: YearOption

    @Option(help: ArgumentHelp("第几版。不写的，取最新一版。", valueName: "版本"))
    var version: Int?

    @Argument(help: ArgumentHelp("单位的名称。", valueName: "单位"))
    var agency: String

    func run() async throws {
        try await options.withDesk { opened in
            let overview = try await opened.desk.overview(at: Date())
            let year = year.standing(in: overview).year
            let agency = try await opened.agency(meaning: agency)
            guard let found = try await version(of: agency, year, opened) else {
                let others = overview.reports.filter { $0.agency == agency }
                let nothing = DeskText.nothing(of: agency, year: year, version: version, others: others)
                return print(options.json ? "null\n" : nothing, terminator: "")
            }
            let receipt = opened.statusFile("\(found.path)/receipt.html")
            print(
                options.json
                    ? try JSON.line(VersionRecord(found, in: opened.roster.deadlines.timeZone)) + "\n"
                    : DeskText.show(found, receipt: receipt, style: Console.style),
                terminator: "")
        }
    }

    /// The version that is asked for. Where no year is, a report that does not say its year is that of the year in which nothing else came.
    private func version(
        of agency: String, _ year: String, _ opened: DeskOptions.Opened
    ) async throws -> ReportVersion? {
        let years = self.year.year == nil ? [year, Filing.unknownYear] : [year]
        for year in years {
            let found: ReportVersion?
            if let version {
                let name = FiledNames(opened.roster).name(meantBy: self.agency, of: agency)
                found = try await opened.desk.version(of: name, year: year, number: version)
            } else {
                found = try await opened.desk.version(of: agency, year: year)
            }
            if let found { return found }
        }
        return nil
    }
}
