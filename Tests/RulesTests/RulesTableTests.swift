import Foundation
import Rules
import Testing

@Suite("The printed rulebook")
struct RulesTableTests {
    @Test func `docs/rules.md is what the program prints`() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/rules.md").standardized
        let printed = try String(contentsOf: file, encoding: .utf8)
        #expect(printed == RulesTable.markdown, "print it again: nianbao rules --markdown > docs/rules.md")
    }

    @Test(arguments: Rulebook.rules.map(\.id))
    func `each rule has a line`(id: String) {
        #expect(RulesTable.markdown.contains("| `\(id)` | "))
    }
}
