import Reports
import Testing

@testable import Rules

/// What a report says may be long; what is said of it is not.
@Suite struct ListingTests {
    private func findings(_ change: (inout Report) -> Void) -> [Finding] {
        var report = Report.clean
        change(&report)
        return Rulebook.findings(in: report)
    }

    @Test func `of many findings of a rule some are listed, and the rest is counted`() throws {
        let text = (0..<500).map { "××\($0)××局" }.joined(separator: "，")
        let findings = findings { $0.write(text + "。未收取信息处理费。", in: .other) }.filter { $0.rule == "placeholder-left" }
        #expect(findings.count <= Listing.mostOfRule)
        let numbers = (0..<500).map { "按公开办函〔2019〕60号" + "编制\($0)。" }.joined()
        let citations = self.findings { $0.write(numbers + "未收取信息处理费。", in: .other) }
            .filter { $0.rule == "superseded-citation" }
        #expect(citations.count == Listing.mostOfRule + 1)
        let closing = try #require(citations.last)
        #expect(closing.facts["more"] == .number(480))
        #expect(closing.message == "同类问题另有 480 处，没有逐一列出。")
        #expect(closing.severity == .warning && closing.at == .section(.other))
    }

    @Test func `what is left out weighs as much as what is listed`() {
        let report = findings { report in
            report.headings += Array(repeating: Heading(section: .review, marker: "9、", title: "某某"), count: 1_000)
        }
        #expect(report.count { $0.rule == "section-title" } == Listing.mostOfRule + 1)
        #expect(report.filter { $0.rule == "section-title" }.allSatisfy { $0.severity == .warning })
    }

    @Test func `a word of a million letters is cut`() throws {
        let long = String(repeating: "×", count: 300_000) + "局"
        let finding = try #require(
            findings { $0.write("我\(long)未收费用。", in: .other) }.first { $0.rule == "placeholder-left" })
        #expect(finding.excerpt.count < 2_000 && finding.message.count < 300)
        #expect(finding.facts["found"] == .text(String(repeating: "×", count: Excerpt.longestWord) + "…"))
    }

    @Test func `an excerpt is cut around its place`() {
        let before = String(repeating: "前", count: 500), after = String(repeating: "后", count: 500)
        let text = before + "此处" + after
        let excerpt = Excerpt.around(text.firstMention(of: "此处") ?? "")
        #expect(excerpt == "…" + before.suffix(90) + "此处" + after.prefix(90) + "…")
        #expect(Excerpt.around("短文"[...]) == "短文")
        #expect(Excerpt.around(text.prefix(0)) == before.prefix(90) + "…")
    }

    @Test func `one character of a million marks is no excerpt`() {
        let text = "e" + String(repeating: "\u{301}", count: 200_000)
        #expect(Excerpt.around(text[...]).utf8.count < 10_000)
        #expect(Excerpt.word(text).utf8.count < 1_000)
    }

    @Test(arguments: [
        ("身份证110105194912310011，", "身份证110*************11，"), ("电话13800138000。", "电话138******00。"),
        ("电话 138 0013 8000。", "电话 138 **** **00。"), ("１３８００１３８０００", "１３８******００"),
        ("11010519491231002X止", "110*************2X止"), ("8613800138000", "861********00"),
    ])
    func `numbers of persons are starred`(text: String, starred: String) {
        #expect(Excerpt.around(text[...]) == starred)
        #expect(Excerpt.word(text) == starred)
    }

    @Test(arguments: ["2024年12月31日", "收到申请12345件", "150 | 1234 | 5678", "10000000000", "国办公开办函〔2021〕30号"])
    func `other numbers stay`(text: String) {
        #expect(Excerpt.around(text[...]) == text)
    }

    @Test func `a number that the cut divides is starred`() {
        let text =
            String(repeating: "甲", count: 300) + "13800138000" + String(repeating: "乙", count: 85) + "此处"
            + String(repeating: "丙", count: 300)
        let excerpt = Excerpt.around(text.firstMention(of: "此处") ?? "")
        #expect(excerpt.hasPrefix("…***00乙"))
    }

    @Test func `a personal number that another rule quotes is starred everywhere`() {
        let findings = findings {
            $0.write("申请人110105194912310011于××年来电13800138000，未收费用。", in: .other)
        }
        let said = findings.flatMap { [$0.excerpt, $0.message, $0.fix] + $0.facts.values.flatMap(\.texts) }.joined()
        #expect(findings.contains { $0.rule == "placeholder-left" })
        #expect(!said.contains("19491231") && !said.contains("00138"))
    }
}
