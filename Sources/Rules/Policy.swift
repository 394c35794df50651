/// What an office makes of the findings: how much each rule weighs with it. Facts stay facts; only their weight changes.
package struct Policy: Sendable, Equatable {
    /// How a rule weighs in an office.
    package enum Weight: Sendable, Hashable {
        case severity(Severity)
        /// The rule is not applied.
        case off
    }

    /// The rules that weigh otherwise than in the rulebook, by id.
    package var weights: [String: Weight]

    package init(weights: [String: Weight] = [:]) {
        self.weights = weights
    }

    /// The weight of a rule in this office.
    package func weight(of rule: Rule) -> Weight { weights[rule.id] ?? .severity(rule.severity) }

    /// The finding with the office's weight; `nil` where the rule is off.
    func weigh(_ finding: Finding) -> Finding? {
        switch weights[finding.rule] {
        case nil: return finding
        case .off: return nil
        case .severity(let severity):
            var finding = finding
            finding.severity = severity
            return finding
        }
    }
}
