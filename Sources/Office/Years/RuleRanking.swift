import Reports
package import Rules

/// What a rule found in a body's report for a year, at a place: in its first version, in its current one, or in both.
package struct RuleBreach: Sendable, Equatable {
    package var agency: String
    package var rule: String
    /// The place as results write it.
    package var at: String
    package var severity: Severity
    package var isInFirst: Bool
    package var isInCurrent: Bool
    /// The office has waived it in the current version.
    package var isWaived = false

    package init(
        agency: String, rule: String, at: String, severity: Severity, isInFirst: Bool, isInCurrent: Bool
    ) {
        self.agency = agency
        self.rule = rule
        self.at = at
        self.severity = severity
        self.isInFirst = isInFirst
        self.isInCurrent = isInCurrent
    }
}

/// Which rules were broken most in the reports on a year, by group of the roster: what the office may train people in. It names no
/// body. Reports are counted, not places; a first version shows what people get wrong, the current one what is left of it.
package struct RuleRanking: Sendable, Equatable {
    /// A rule, and in how many reports it was broken.
    package struct Line: Sendable, Equatable {
        package let rule: String
        /// What the rule finds, in words.
        package let finds: String
        package let severity: String
        /// Reports in whose first version it was broken.
        package let first: Int
        /// Reports in whose current version it is broken, without those in which all was waived.
        package let current: Int
        /// Reports in whose current version the office has waived all of it.
        package let waived: Int
        /// Where it was broken in first versions, the most frequent places first.
        package let places: [Example]
    }

    package struct Example: Sendable, Equatable {
        package let place: String
        package let reports: Int
    }

    /// The bodies of a group, or all of them.
    package struct Group: Sendable, Equatable {
        /// The group; `nil` for all together.
        package let name: String?
        /// How many reports there are.
        package let reports: Int
        package let lines: [Line]
    }

    /// So many rules are listed of all together, and of a group.
    private static let (most, mostOfGroup) = (10, 5)
    /// So many places are named of a rule.
    private static let mostPlaces = 3

    package let year: Int
    /// All together, then the groups in the order of the roster.
    package let groups: [Group]

    /// The ranking of a year. `reports` are the bodies that have reported; `expected` gives their groups.
    package init(year: Int, reports: Set<String>, breaches: [RuleBreach], expected: [ExpectedAgency] = []) {
        self.year = year
        // What only says that something came, or is merely said, is no breach.
        let breaches = breaches.filter { $0.severity != .info }
        let groupOf = Dictionary(expected.map { ($0.filedAs, $0.group) }) { first, _ in first }
        let named = expected.map(\.group).filter { !$0.isEmpty }
        var seen: Set<String> = []
        let order = named.filter { seen.insert($0).inserted }
        let all = Group(nil, reports.count, breaches, most: Self.most)
        groups =
            [all]
            + order.compactMap { name in
                let own = reports.filter { groupOf[$0] == name }
                guard !own.isEmpty else { return nil }
                return Group(name, own.count, breaches.filter { own.contains($0.agency) }, most: Self.mostOfGroup)
            }
    }

    fileprivate static func lines(_ breaches: [RuleBreach], most: Int) -> [Line] {
        Dictionary(grouping: breaches, by: \.rule).map(Line.init)
            .filter { $0.first + $0.current + $0.waived > 0 }
            .sorted { ($1.first, $1.current, $0.rule) < ($0.first, $0.current, $1.rule) }
            .prefix(most).map(\.self)
    }

    fileprivate static func places(_ breaches: [RuleBreach]) -> [Example] {
        let agencies = Dictionary(grouping: breaches.filter(\.isInFirst), by: \.at).mapValues {
            Set($0.map(\.agency)).count
        }
        return agencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostPlaces).map {
            Example(place: Place(path: $0.key)?.description ?? $0.key, reports: $0.value)
        }
    }
}

extension RuleRanking.Group {
    fileprivate init(_ name: String?, _ reports: Int, _ breaches: [RuleBreach], most: Int) {
        self.init(name: name, reports: reports, lines: RuleRanking.lines(breaches, most: most))
    }

    /// The share of its reports, in per cent, rounded.
    package func percent(_ count: Int) -> Int { reports == 0 ? 0 : (count * 200 + reports) / (reports * 2) }
}

extension RuleRanking.Line {
    fileprivate init(_ rule: String, _ breaches: [RuleBreach]) {
        let known = Rulebook.rule(rule)
        let gravest = breaches.map(\.severity).min { $0.isGraver(than: $1) } ?? .warning
        let agencies = { (isMeant: (RuleBreach) -> Bool) in Set(breaches.filter(isMeant).map(\.agency)) }
        let open = agencies { $0.isInCurrent && !$0.isWaived }
        self.init(
            rule: rule, finds: known?.finds ?? rule,
            severity: known?.tellsWhyUnreadable == true ? Verdict.unreadable.name : gravest.name,
            first: agencies(\.isInFirst).count, current: open.count,
            waived: agencies { $0.isInCurrent && $0.isWaived }.subtracting(open).count,
            places: RuleRanking.places(breaches))
    }
}
