package import Reports

/// The rulebook: every rule, and the one function that applies them.
package enum Rulebook {
    /// The table of rules, family by family, in the order of the form.
    package static let rules: [Rule] =
        Catalogue.identity + Catalogue.sections + Catalogue.tables + Catalogue.cells + Catalogue.sums
        + Catalogue.substance + Catalogue.narrative + Catalogue.statements + Catalogue.texts + Catalogue.unreadable

    /// The rule of an id, if there is one.
    package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// What the rules find in a report, in the order of the form.
    package static func findings(in report: Report) -> [Finding] {
        rules.flatMap { $0.findings(in: report) }
            .enumerated()
            .sorted { ($0.element.at.order, $0.offset) < ($1.element.at.order, $1.offset) }
            .map(\.element)
    }

    /// The finding that says why a file could not be checked.
    ///
    /// `rule` is one of the `unreadable-…` ids; `detail` is what was met, in Chinese, or empty.
    package static func unreadable(rule id: String, detail: String) -> Finding {
        let rule = rule(id) ?? Catalogue.unreadableForOtherReasons
        let met = detail.isEmpty ? "" : "（\(detail)）"
        return rule.finding(Hit(at: .file, excerpt: detail, words: ["detail": met]))
    }
}
