import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao missing`: who has not reported.
struct MissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "列出尚未报送的单位，连同期限和联系人。",
        discussion: "按名录判断；没有名录时无从知道。--json 每个单位一行。")

    @OptionGroup var options: DeskOptions
    @OptionGroup var year: YearOption

    func run() async throws {
        try await options.withDesk { opened in
            let overview = try await opened.desk.overview(at: Date())
            let standing = year.standing(in: overview)
            guard options.json else {
                let text = DeskText.missing(standing, at: overview.generatedAt, style: Console.style)
                return print(text, terminator: "")
            }
            for line in standing.missing { print(try JSON.line(AgencyRecord(line, year: standing.year))) }
        }
    }
}
