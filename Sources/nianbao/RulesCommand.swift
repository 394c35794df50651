import ArgumentParser
import Office
import Rules

/// `nianbao rules`: the rulebook as it is in force.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "显示全部校核规则：轻重、编号、查什么、依据。")

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    func run() async throws {
        let rules = Rulebook.rules
        print(json ? try RulesText.json(of: rules) : RulesText.text(of: rules, style: Console.style), terminator: "")
    }
}
