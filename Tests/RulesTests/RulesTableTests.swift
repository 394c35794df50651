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

    @Test func `nianbao-rules(7) is what the program prints`() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/man/nianbao-rules.7").standardized
        let printed = try String(contentsOf: file, encoding: .utf8)
        #expect(printed == RulesManual.page, "print it again: nianbao rules --manual > docs/man/nianbao-rules.7")
    }

    @Test(arguments: Rulebook.rules.map(\.id))
    func `each rule has a line`(id: String) {
        #expect(RulesTable.markdown.contains("| `\(id)` | "))
    }
}
