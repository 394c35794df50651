package import Reports

/// The rulebook: every rule, and the one function that applies them.
package enum Rulebook {
    /// The edition of the rulebook, which every result names. It rises whenever a rule finds more, less or otherwise.
    package static let edition = "1.5"

    /// The table of rules, family by family, in the order of the form.
    package static let rules: [Rule] =
        Catalogue.identity + Catalogue.sections + Catalogue.tables + Catalogue.cells + Catalogue.readings
        + Catalogue.sums
        + Catalogue.substance + Catalogue.narrative + Catalogue.statements + Catalogue.texts + Catalogue.history
        + Catalogue.unreadable

    /// The rules that an office may weigh otherwise. Why a file could not be checked, and that it came before, is no decision.
    package static let weighable: [Rule] = rules.filter { rule in
        !rule.tellsWhyUnreadable && rule.id != Catalogue.duplicate.id
    }

    /// The rule of an id, if there is one.
    package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// The rules over the numbers of the tables, by id: all there is to judge where a person has written down these alone.
    private static let ofNumbers = Set(
        (Catalogue.sums + Catalogue.substance).map(\.id)
            + ["carry-over", "effective-count", "aggregate", "agency-unknown", "late"])

    /// What the rules find in a report with what else is known, in the order of the form, weighed as the office wants; with `numbersOnly`
    /// those over the numbers of the tables.
    package static func findings(
        in report: Report, knowing context: Context = Context(), under policy: Policy = Policy(),
        numbersOnly: Bool = false
    ) -> [Finding] {
        let rules = numbersOnly ? rules.filter { ofNumbers.contains($0.id) } : rules
        let found = rules.filter(policy.applies).map { (rule: $0, hits: $0.hits(in: report, knowing: context)) }
        let replaced = Set(found.filter { !$0.hits.isEmpty }.flatMap(\.rule.replaces))
        return Listing.findings(found.filter { !replaced.contains($0.rule.id) }, under: policy)
    }

    /// The identities that the form prints, checked on tables alone.
    package static func identities(in report: Report) -> [Finding] {
        Catalogue.sums.flatMap { rule in rule.hits(in: report, knowing: Context()).map(rule.finding) }
    }

    /// The finding that says why a file could not be checked.
    ///
    /// `rule` is one of the `unreadable-…` ids; `detail` is what was met, in Chinese, or empty.
    package static func unreadable(rule id: String, detail: String) -> Finding {
        let rule = rule(id) ?? Catalogue.unreadableForOtherReasons
        let met = detail.isEmpty ? "" : "（\(detail)）"
        return rule.finding(Hit(at: .file, excerpt: detail[...], words: ["detail": met]))
    }
}
