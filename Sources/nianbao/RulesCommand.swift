import ArgumentParser
import Office
import Rules

/// `nianbao rules`: the rulebook as it is in force.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "显示全部校核规则：轻重、编号、查什么、依据。")

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    @Flag(help: ArgumentHelp("以 Markdown 输出，即 docs/rules.md 的内容。", visibility: .hidden))
    var markdown = false

    func run() async throws {
        let rules = Rulebook.rules
        if markdown { return print(RulesTable.markdown, terminator: "") }
        print(json ? try RulesText.json(of: rules) : RulesText.text(of: rules, style: Console.style), terminator: "")
    }
}
