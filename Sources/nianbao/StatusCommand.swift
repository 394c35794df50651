import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office

/// `nianbao status`: how things stand, in a few lines.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "显示报送情况：应报、已报、未报各多少，各种结论多少，有什么需要处理。",
        discussion: "读取台账，不改动任何记录；服务运行时也可以使用。--json 输出的内容与 status.json 相同。")

    @OptionGroup var options: DeskOptions
    @OptionGroup var year: YearOption

    func run() async throws {
        try await options.withDesk { opened in
            let overview = try await opened.desk.overview(at: Date())
            guard !options.json else { return print(try StatusFile.json(for: overview), terminator: "") }
            print(DeskText.status(of: year.standing(in: overview), in: overview, style: Console.style), terminator: "")
            print("总览：\(opened.statusFile("index.html"))")
        }
    }
}
