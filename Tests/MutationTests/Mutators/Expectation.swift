/// What must be found in a report with one broken fact.
struct Expectation: Sendable {
    /// Rule and place of each finding that must be there: `cell-blank requests/received/business`.
    var must: Set<String>
    /// What the same fact may trip besides: rules, or rules with places.
    var may: Set<String>

    init(_ must: String..., may: Set<String> = []) { self.init(must: Set(must), may: may) }

    init(must: Set<String>, may: Set<String> = []) {
        self.must = must
        self.may = may
    }

    /// Whether a finding of this key is among what the fact must or may trip.
    func allows(_ key: String) -> Bool {
        must.contains(key) || may.contains(key) || may.contains(String(key.prefix { $0 != " " }))
    }
}
