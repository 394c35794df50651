import ArgumentParser
import Rules

/// `nianbao rules`: the rulebook as it is in force.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "显示全部校核规则。")

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    func run() async throws {}
}
