package import Rules

/// All that is to be said of one rule, for a terminal and for programs.
package enum ExplanationText {
    /// What `nianbao explain --json` says.
    private struct Entry: Encodable {
        let id, severity, `default`, finds, why, remark, fix, source: String
        /// A line each.
        let breaks, keeps: [String]
    }

    /// The rule as one JSON object.
    package static func json(of rule: Rule, under policy: Policy) throws -> String {
        let explanation = rule.explanation
        return try JSON.page(
            Entry(
                id: rule.id, severity: policy.weight(of: rule).word, default: rule.severity.rawValue,
                finds: rule.finds, why: explanation.why, remark: explanation.remark, fix: rule.advice,
                source: rule.source, breaks: explanation.breaks.lines, keeps: explanation.keeps.lines))
    }

    /// The rule for a person: what it finds, why, both examples, how to repair, the source, and what it weighs.
    package static func text(of rule: Rule, under policy: Policy, style: TextStyle = TextStyle()) -> String {
        let explanation = rule.explanation
        let remark = explanation.remark.isEmpty ? [] : ["（\(explanation.remark)）"]
        let parts = [
            ("查什么", [rule.finds + "。"]), ("为什么", [explanation.why]),
            ("不符合", explanation.breaks.lines + remark), ("符合", explanation.keeps.lines),
            ("怎么改", [rule.advice]), ("依据", rule.sources), ("轻重", [words(for: rule, under: policy)]),
        ]
        let head = "\(style.paint(rule.id, .strong))　\(policy.label(of: rule, style))\n"
        return head + parts.flatMap { lines($0, $1, style) }.map { "\($0)\n" }.joined()
    }

    private static func words(for rule: Rule, under policy: Policy) -> String {
        if rule.tellsWhyUnreadable { return "文件无法校核的原因，不是报告的差错；不能在设置中调整。" }
        let weight = policy.weight(of: rule)
        guard policy.changes(rule) else { return "\(weight.name)（\(weight.word)），这是默认的轻重。" }
        return "\(weight.name)（\(weight.word)），默认为\(rule.severity.name)（\(rule.severity.rawValue)）。"
    }

    /// A part with its name before it, the other lines below its words.
    private static func lines(_ name: String, _ words: [String], _ style: TextStyle) -> [String] {
        let indent = "          "
        let pieces = words.flatMap { $0.wrapped(to: style.width.map { max($0 - indent.columns, 20) }) }
        let first = "  " + style.paint(name.padded(to: 8), .faint)
        return zip([first] + Array(repeating: indent, count: pieces.count), pieces).map { $0 + $1 }
    }
}
