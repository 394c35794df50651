package import Rules

/// The rulebook as an office has it in force, for a terminal and for programs.
package enum RulesText {
    /// What `nianbao rules --json` says.
    private struct Page: Encodable {
        let edition: String
        let rules: [Entry]
    }

    private struct Entry: Encodable {
        let id, severity, `default`, finds, source, fix: String

        init(_ rule: Rule, under policy: Policy) {
            id = rule.id
            severity = policy.weight(of: rule).word
            `default` = rule.severity.rawValue
            finds = rule.finds
            source = rule.source
            fix = rule.advice
        }
    }

    /// The edition of the rulebook and its rules as JSON, one object a rule.
    package static func json(of rules: [Rule], under policy: Policy) throws -> String {
        try JSON.page(Page(edition: Rulebook.edition, rules: rules.map { Entry($0, under: policy) }))
    }

    /// The edition, then the rules in lines: weight, id, what it finds and its source, in columns that align.
    package static func text(of rules: [Rule], under policy: Policy, style: TextStyle = TextStyle()) -> String {
        let labels = rules.map { policy.label(of: $0, TextStyle()).columns }.max() ?? 0
        let width = rules.map(\.id.columns).max() ?? 0
        let lines = rules.map { rule in
            let id = style.paint(rule.id.padded(to: width), .strong)
            let finds = rule.finds + (policy.changes(rule) ? "（默认：\(rule.severity.name)）" : "")
            return
                "\(policy.label(of: rule, width: labels, style))  \(id)  \(finds)  \(style.paint(rule.source, .faint))\n"
        }
        let changed = rules.count(where: policy.changes)
        let note = changed == 0 ? "" : "，按本单位的设置，\(changed) 条与默认不同"
        return "规则 \(Rulebook.edition) 版，共 \(rules.count) 条\(note)。\n" + lines.joined()
    }
}
