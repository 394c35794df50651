import Fixtures
import Foundation
import Testing

@Suite struct `nianbao explain` {
    private struct Rule: Decodable {
        var id, severity, `default`, finds, why, remark, fix, source: String
        var breaks, keeps: [String]
    }

    private struct Rulebook: Decodable {
        struct Rule: Decodable { var id: String }
        var rules: [Rule]
    }

    @Test func `tells a clerk all about a rule`() throws {
        let run = try Nianbao("explain", "table3-row-total")
        #expect(run.status == 0)
        #expect(
            run.output == """
                table3-row-total　✗ 须改正
                  查什么  表三一行前六栏之和不等于总计栏。
                  为什么  总计栏是前六栏之和。不相等，说明至少有一栏填错，这一行的数字都不可信。
                  不符合  表三“（一）予以公开”行：5 | 2 | 0 | 0 | 0 | 0 | 8
                          （5＋2＝7，总计写了 8。）
                  符合    表三“（一）予以公开”行：5 | 2 | 0 | 0 | 0 | 0 | 7
                  怎么改  请核对这一行各栏，使前六栏之和等于总计。
                  依据    《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），表三
                  轻重    须改正（error），这是默认的轻重。

                """)
    }

    @Test func `tells programs the same, for every rule there is`() throws {
        let rules = try JSONDecoder().decode(Rulebook.self, from: Data(Nianbao("rules", "--json").output.utf8)).rules
        for id in rules.map(\.id) {
            let text = try Nianbao("explain", id).output
            let rule = try JSONDecoder().decode(Rule.self, from: Data(Nianbao("explain", "--json", id).output.utf8))
            for words in [rule.id, rule.finds, rule.why, rule.remark, rule.fix] + rule.breaks + rule.keeps {
                #expect(words.isEmpty || text.contains(words), "\(id): \(words)")
            }
            #expect(rule.severity == rule.default)
            #expect(!(text.contains("{")), "\(id)")
        }
    }

    @Test func `shows the severity in force and the one by default`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[rules]\nsection-title = \"off\"\n", to: "nianbao.toml")
        let run = try Nianbao("explain", "--config", scratch.path("nianbao.toml"), "section-title")
        #expect(run.lines.first == "section-title　○ 已停用")
        #expect(run.lines.last == "  轻重    已停用（off），默认为请核实（warning）。")
    }

    @Test(arguments: [
        ("sectoin-titel", "没有 sectoin-titel 这条规则。是不是 section-title？"),
        ("天气", "没有 天气 这条规则。全部编号见 nianbao rules。"),
    ])
    func `ends with 64 for a rule that does not exist, and names the nearest`(id: String, words: String) throws {
        let run = try Nianbao("explain", id)
        #expect(run.status == 64)
        #expect(run.standardError.hasPrefix("错误：\(words)\n用法：nianbao explain"))
    }

    @Test func `completes the ids in the shell`() throws {
        #expect(try Nianbao("--generate-completion-script", "bash").output.contains("table3-balance"))
    }
}
