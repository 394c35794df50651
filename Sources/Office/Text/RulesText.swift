package import Rules

/// The rulebook for a terminal and for programs.
package enum RulesText {
    /// What `nianbao rules --json` says of a rule.
    private struct Entry: Encodable {
        let id, severity, finds, source, fix: String

        init(_ rule: Rule) {
            id = rule.id
            severity = rule.severity.rawValue
            finds = rule.finds
            source = rule.source
            fix = rule.fix
        }
    }

    /// The rules as JSON, one object a rule.
    package static func json(of rules: [Rule]) throws -> String { try JSON.page(rules.map(Entry.init)) }

    /// The rules in lines: severity, id, what it finds and its source, in columns that align.
    package static func text(of rules: [Rule], style: TextStyle = TextStyle()) -> String {
        let width = rules.map(\.id.columns).max() ?? 0
        return rules.map { rule in
            let severity = style.paint("\(rule.severity.sign) \(rule.severity.name)", rule.severity.tone)
            let id = style.paint(rule.id.padded(to: width), .strong)
            return "\(severity)  \(id)  \(rule.finds)  \(style.paint(rule.source, .faint))\n"
        }.joined()
    }
}
