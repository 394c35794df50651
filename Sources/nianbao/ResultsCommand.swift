import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao results`: the whole results of a year, for programs.
struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "输出一个年度各单位最新一版报告的全部结果，每份一行 JSON。",
        discussion: "每行与 result.json 的内容相同，也与 nianbao check --format json 的输出相同。次序是收到的次序。")

    @OptionGroup var options: DeskOptions
    @OptionGroup var year: YearOption

    func run() async throws {
        try await options.withDesk { opened in
            let year = year.standing(in: try await opened.desk.overview(at: Date())).year
            try await opened.desk.results(of: year) { print($0) }
        }
    }
}
