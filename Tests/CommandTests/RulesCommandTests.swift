import Fixtures
import Foundation
import Testing

@Suite struct `nianbao rules` {
    private struct Rulebook: Decodable {
        struct Rule: Decodable {
            var id, severity, `default`, finds, source, fix: String
        }
        var edition: String
        var rules: [Rule]
    }

    private func rulebook(_ options: String...) throws -> Rulebook {
        try JSONDecoder().decode(Rulebook.self, from: Data(Nianbao(["rules", "--json"] + options).output.utf8))
    }

    private func settings(_ text: String) throws -> (scratch: ScratchFolder, file: String) {
        let scratch = try ScratchFolder()
        try scratch.write(text, to: "nianbao.toml")
        return (scratch, scratch.path("nianbao.toml"))
    }

    @Test func `prints the edition and a line a rule, the same as for programs`() throws {
        let book = try rulebook()
        let lines = try Nianbao("rules").lines
        #expect(book.rules.count > 30)
        #expect(lines.first == "规则 \(book.edition) 版，共 \(book.rules.count) 条。")
        #expect(lines.count == book.rules.count + 1)
        for (line, rule) in zip(lines.dropFirst(), book.rules) {
            #expect(line.contains(" \(rule.id) ") && line.contains(rule.finds))
            #expect(rule.severity == rule.default)
        }
        #expect(Set(book.rules.map(\.default)).isSubset(of: ["error", "warning", "info"]))
    }

    @Test func `shows what is in force under the settings, and the default where it differs`() throws {
        let (scratch, file) = try settings("[rules]\nsection-title = \"error\"\nresidue = \"off\"\n")
        defer { withExtendedLifetime(scratch) {} }
        let lines = try Nianbao("rules", "--config", file).lines
        #expect(lines.first?.hasSuffix("条，按本单位的设置，2 条与默认不同。") == true)
        #expect(lines.contains { $0.hasPrefix("✗ 须改正    section-title ") && $0.contains("（默认：请核实）") })
        #expect(lines.contains { $0.hasPrefix("○ 已停用    residue ") && $0.contains("（默认：供参考）") })
        #expect(lines.count { $0.contains("（默认：") } == 2)

        let title = try rulebook("--config", file).rules.first { $0.id == "section-title" }
        #expect(title?.severity == "error" && title?.default == "warning")
    }

    @Test func `ends with 78 where the settings are wrong`() throws {
        let (scratch, file) = try settings("[rules]\nsectoin-title = \"off\"\n")
        defer { withExtendedLifetime(scratch) {} }
        let run = try Nianbao("rules", "--config", file)
        #expect(run.status == 78)
        #expect(run.standardError == "\(file) 第 2 行：没有 rules.sectoin-title 这一项。是不是 rules.section-title？\n")
    }
}
