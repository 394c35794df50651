package import Reports

/// Something a rule found in a report: a fact with its place, never a decision.
package struct Finding: Sendable, Equatable {
    /// The id of the rule.
    package var rule: String
    package var severity: Severity
    package var at: Place
    /// What is wrong and where, in Chinese, with the numbers.
    package var message: String
    /// What to do, in Chinese.
    package var fix: String
    /// The article that asks for it.
    package var source: String
    /// The text the finding rests on, as the file has it.
    package var excerpt: String
    /// The figures by name: `left`, `right`, `stated`, `sum`, `table`, `title`, `period`, `found`; `cells`, the ids below `at` of the rows
    /// or cells that are told together, where facts that differ are lists in the same order; `more`, how many are not listed.
    package var facts: [String: Fact]

    package init(
        rule: String, severity: Severity, at: Place, message: String, fix: String, source: String,
        excerpt: String = "", facts: [String: Fact] = [:]
    ) {
        self.rule = rule
        self.severity = severity
        self.at = at
        self.message = message
        self.fix = fix
        self.source = source
        self.excerpt = excerpt
        self.facts = facts
    }
}
