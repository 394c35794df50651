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

    /// Whether the rule weighs otherwise than in the rulebook.
    package func changes(_ rule: Rule) -> Bool { weights[rule.id] != nil }

    /// Whether the rule is not off.
    func applies(_ rule: Rule) -> Bool { weights[rule.id] != .off }

    /// Lets a rule weigh so much. What the rulebook says anyway is not kept, so that policies of one effect are equal.
    package mutating func set(_ weight: Weight, for rule: Rule) {
        weights[rule.id] = weight == .severity(rule.severity) ? nil : weight
    }

    /// Whether reports are held to the folders in which they lie.
    package var mindsFolders: Bool { weights["folder-mismatch"] != .off }

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

extension Policy.Weight {
    /// Every weight, the gravest first.
    package static let all: [Policy.Weight] = Severity.allCases.map(Policy.Weight.severity) + [.off]

    /// The weight that a word of the settings means: `error`, `warning`, `info`, `off`.
    package init?(word: String) {
        guard let weight = Policy.Weight.all.first(where: { $0.word == word }) else { return nil }
        self = weight
    }

    /// The word by which settings and programs write it.
    package var word: String {
        switch self {
        case .severity(let severity): severity.rawValue
        case .off: "off"
        }
    }

    /// The weight in the words of an office.
    package var name: String {
        switch self {
        case .severity(let severity): severity.name
        case .off: "已停用"
        }
    }
}
