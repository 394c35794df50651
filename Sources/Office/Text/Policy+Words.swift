import Rules

extension Policy {
    /// What a rule weighs with an office, with a sign that tells it without colour, in as many columns at least.
    func label(of rule: Rule, width: Int = 0, _ style: TextStyle) -> String {
        if rule.tellsWhyUnreadable {
            let verdict = Verdict.unreadable
            return style.paint("\(verdict.sign) \(verdict.name)".padded(to: width), verdict.tone)
        }
        switch weight(of: rule) {
        case .severity(let severity):
            return style.paint("\(severity.sign) \(severity.name)".padded(to: width), severity.tone)
        case .off: return style.paint("○ \(Weight.off.name)".padded(to: width), .faint)
        }
    }
}
