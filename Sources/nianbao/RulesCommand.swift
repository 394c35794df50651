import ArgumentParser
import Daemon
import Office
import Rules
import Settings

/// `nianbao rules`: the rulebook as it is in force.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "显示全部校核规则：现行的轻重、编号、查什么、依据。",
        discussion: "轻重按设置文件 [rules] 一节；与默认不同的，注明默认的轻重。一条规则的缘由和例子见 nianbao explain 编号。")

    @Option(
        help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml；没有这个文件时用内置的默认值。", valueName: "文件"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    @Flag(help: ArgumentHelp("以 Markdown 输出，即 docs/rules.md 的内容。", visibility: .hidden))
    var markdown = false

    @Flag(help: ArgumentHelp("输出手册页 nianbao-rules(7)。", visibility: .hidden))
    var manual = false

    @Flag(help: ArgumentHelp("手册页用英文。", visibility: .hidden))
    var english = false

    func run() async throws {
        if manual { return print(english ? RulesManual.english : RulesManual.page, terminator: "") }
        if markdown { return print(RulesTable.markdown, terminator: "") }
        let policy = try SettingsOptions.load(config).policy
        let rules = Rulebook.rules
        print(
            json
                ? try RulesText.json(of: rules, under: policy)
                : RulesText.text(of: rules, under: policy, style: Console.style),
            terminator: "")
    }
}
