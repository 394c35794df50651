import Reports

/// A row of the rulebook: what a rule finds, why, how it says so, and what to do about it.
package struct Rule: Sendable, Identifiable {
    /// The stable id by which results, settings and people call the rule.
    package let id: String
    /// The severity an office gets unless it sets another.
    package let severity: Severity
    /// The article or document that asks for it, in Chinese.
    package let source: String
    /// What it finds, a phrase in Chinese for the printed rulebook.
    package let finds: String
    /// What is wrong and where; `{name}` stands for a figure or word of the hit, `{at}` for its place.
    package let message: String
    /// What to do, in Chinese; `{name}` as in `message`.
    package let fix: String
    /// Why there is the rule, and examples.
    package let explanation: Explanation
    /// How neighbouring places are told.
    let grouping: Grouping
    /// The rules whose findings follow from one of this rule, by id, and are not told beside it.
    let replaces: Set<String>
    /// What it says to the body that reports, where its message tells of others.
    let discretion: Discretion?
    /// How it is found.
    let check: Check

    init(
        _ id: String, _ severity: Severity, source: String, finds: String, message: String, fix: String,
        explanation: Explanation, grouping: Grouping = .none, replaces: Set<String> = [],
        discretion: Discretion? = nil, check: Check
    ) {
        self.id = id
        self.severity = severity
        self.source = source
        self.finds = finds
        self.message = message
        self.fix = fix
        self.explanation = explanation
        self.grouping = grouping
        self.replaces = replaces
        self.discretion = discretion
        self.check = check
    }

    /// Whether it says why a file could not be checked: the verdict is `unreadable` then, and nobody's mistake.
    package var tellsWhyUnreadable: Bool { Catalogue.unreadable.contains { $0.id == id } }

    /// What a finding of the rule weighs, in the words of an office.
    package var severityName: String { tellsWhyUnreadable ? Verdict.unreadable.name : severity.name }

    /// What to do, in Chinese, with an ellipsis for what only a report can tell.
    package var advice: String {
        fix.replacing(#/\{“[a-z]+”\}/#, with: "“……”").replacing(#/\{[a-z]+\}/#, with: "……")
    }

    /// Where the rule finds something in a report, neighbouring places together.
    func hits(in report: Report, knowing context: Context) -> [Hit] {
        grouping.group(check.hits(in: report, knowing: context))
    }

    /// A hit in the words of the rule. All that a finding says of a report is cut to a length, its personal numbers starred, here.
    func finding(_ hit: Hit) -> Finding {
        let facts = hit.facts.mapValues(\.bounded)
        let words = hit.words.mapValues { $0.map { Excerpt.word($0) } }
        let template = Template(facts: facts, words: words, at: hit.at)
        return Finding(
            rule: id, severity: hit.severity ?? severity, at: hit.at, message: template.fill(message),
            fix: template.fill(fix), source: source, excerpt: Excerpt.around(hit.place), facts: facts)
    }
}
