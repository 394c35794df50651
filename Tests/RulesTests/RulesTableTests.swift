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

    @Test(arguments: [("zh_CN/", RulesManual.page, ""), ("", RulesManual.english, " --english")])
    func `nianbao-rules(7) is what the program prints`(folder: String, page: String, option: String) throws {
        let name = "docs/man/\(folder)nianbao-rules.7"
        let file = URL(filePath: #filePath).appending(path: "../../../\(name)").standardized
        let printed = try String(contentsOf: file, encoding: .utf8)
        #expect(printed == page, "print it again: nianbao rules --manual\(option) > \(name)")
    }

    @Test(arguments: [RulesManual.page, RulesManual.english])
    func `nianbao-rules(7) names each rule once`(page: String) {
        let titles = page.split(separator: "\n").filter { $0.hasPrefix(".SS ") || $0.hasPrefix("\\fB") }
        let names = titles.map { String($0).replacing(/^\.SS |\\f[BR]/, with: "").replacing("\\-", with: "-") }
        #expect(names.sorted() == Rulebook.rules.map(\.id).sorted())
    }

    @Test(arguments: Rulebook.rules.map(\.id))
    func `each rule has a line`(id: String) {
        #expect(RulesTable.markdown.contains("| `\(id)` | "))
    }
}
