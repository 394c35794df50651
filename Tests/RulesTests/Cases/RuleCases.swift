/// The cases of every rule, family by family.
enum RuleCases {
    static let all: [RuleCase] =
        identity + sections + tables + cells + sums + substance + narrative + texts + history
        + readings
}
