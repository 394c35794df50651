import Foundation
import Testing

@Suite struct `nianbao rules` {
    private struct Rule: Decodable {
        var id, severity, finds, source, fix: String
    }

    @Test func `prints a line a rule, the same rules as for programs`() throws {
        let rules = try JSONDecoder().decode([Rule].self, from: Data(Nianbao("rules", "--json").output.utf8))
        let lines = try Nianbao("rules").lines
        #expect(rules.count > 30)
        #expect(lines.count == rules.count)
        for (line, rule) in zip(lines, rules) { #expect(line.contains(" \(rule.id) ") && line.contains(rule.finds)) }
        #expect(Set(rules.map(\.severity)).isSubset(of: ["error", "warning", "info"]))
    }
}
