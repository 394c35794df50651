/// The rulebook in print: docs/rules.md.
package enum RulesTable {
    /// The rules as a Markdown document: a table with a line a rule, then each rule with its examples.
    package static var markdown: String {
        let rules = Rulebook.rules
        return ([head] + rules.map(line) + [middle] + rules.map(entry)).joined()
    }

    private static let head = """
        # 校核规则

        本文由程序打印：`nianbao rules --markdown > docs/rules.md`。规则 \(Rulebook.edition) 版，共 \(Rulebook.rules.count) 条。

        须改正：报告与法定格式或自身相矛盾，退回修改。请核实：需要人工看一眼。供参考：知道就好。
        各单位可以在设置的 \\[rules\\] 一节按编号调整轻重或停用，见 nianbao.toml(5)。
        编号以 unreadable 开头的，是文件无法校核的原因，结论为“无法校核”，既不算通过，也不算有错。
        涉及上年报告、机关名录和报送时间的规则，在有台账和名录时另行校核。

        | 编号 | 轻重 | 查什么 | 依据 | 怎么改 |
        |---|---|---|---|---|

        """

    private static let middle = """

        ## 缘由和例子

        例子中的单位是虚构的，数字取自 [样例报告](samples/青岚市水利局.txt)。`nianbao explain 编号` 显示同样的内容。

        """

    private static func line(_ rule: Rule) -> String {
        let cells = ["`\(rule.id)`", rule.severityName, rule.finds, rule.source, rule.advice]
        return "| \(cells.joined(separator: " | ")) |\n"
    }

    private static func entry(_ rule: Rule) -> String {
        let explanation = rule.explanation
        return """

            ### `\(rule.id)`

            \(explanation.why)

            不符合：\(explanation.remark)

            \(block(explanation.breaks))

            符合：

            \(block(explanation.keeps))

            """
    }

    /// An example as it stands in a report; a situation is told, not quoted.
    private static func block(_ example: Example) -> String {
        let lines = example.lines.joined(separator: "\n")
        if case .situation = example { return "> \(lines)" }
        return "```text\n\(lines)\n```"
    }
}
