import ArgumentParser
import Daemon
import Office
import Rules
import Settings

/// `nianbao explain`: all that is to be said of one rule.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "说明一条规则：查什么、为什么、不符合和符合的例子、怎么改、依据、轻重。")

    @Option(
        help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml；没有这个文件时用内置的默认值。", valueName: "文件"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    @Argument(
        help: ArgumentHelp("规则的编号，如 section-title。", valueName: "编号"),
        completion: .list(Rulebook.rules.map(\.id)))
    var rule: String

    func validate() throws {
        guard Rulebook.rule(rule) == nil else { return }
        let nearest = Spelling.nearest(to: rule, in: Rulebook.rules.map(\.id))
        let hint = nearest.map { "是不是 \($0)？" } ?? "全部编号见 nianbao rules。"
        throw ValidationError("没有 \(rule.printable) 这条规则。\(hint)")
    }

    func run() async throws {
        guard let rule = Rulebook.rule(rule) else { return }
        let policy = try SettingsOptions.load(config).policy
        print(
            json
                ? try ExplanationText.json(of: rule, under: policy)
                : ExplanationText.text(of: rule, under: policy, style: Console.style),
            terminator: "")
    }
}
