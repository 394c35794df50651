import Reports
package import Rules

/// A finding as results write it: the place as its path.
package struct ResultFinding: Sendable, Hashable, Codable {
    package var rule: String
    package var severity: Severity
    package var at: String
    package var message: String
    package var fix: String
    package var source: String
    package var excerpt: String
    package var facts: [String: Fact]

    package init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity
        at = finding.at.path
        message = finding.message
        fix = finding.fix
        source = finding.source
        excerpt = finding.excerpt
        facts = finding.facts
    }
}
