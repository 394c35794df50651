/// The rulebook in print: docs/rules.md.
package enum RulesTable {
    /// The rules as a Markdown document, a line a rule.
    package static var markdown: String {
        let lines = Rulebook.rules.map { rule in
            let cells = ["`\(rule.id)`", rule.severity.word, rule.finds, rule.source, rule.fix.withoutNames]
            return "| \(cells.joined(separator: " | ")) |"
        }
        return head + lines.joined(separator: "\n") + "\n"
    }

    private static let head = """
        # 校核规则

        本表由程序打印：`nianbao rules --markdown > docs/rules.md`。

        错误：报告与法定格式或自身相矛盾，退回修改。提醒：需要人工核实。提示：供参考。
        涉及上年报告、机关名录和报送时间的规则，在有台账和名录时另行校核。

        | 编号 | 轻重 | 查什么 | 依据 | 怎么改 |
        |---|---|---|---|---|

        """
}

extension Severity {
    fileprivate var word: String {
        switch self {
        case .error: "错误"
        case .warning: "提醒"
        case .info: "提示"
        }
    }
}

extension String {
    /// The sentence with an ellipsis for each name that a report would fill in.
    fileprivate var withoutNames: String { replacing(#/\{[a-z]+\}/#, with: "……") }
}
