import Foundation
import Reports
import Rules
import Testing

@testable import Office

/// What people and programs see of a report on which the office has decided.
@Suite struct DecisionViewTests {
    private let who = Decider(uid: 1_001, account: "wang", by: "王五")

    private func version(_ decisions: Decision..., number: Int = 1) -> ReportVersion {
        var version = ReportVersion(
            year: "2024", agency: "清河县财政局", version: number, receivedAt: Samples.morning,
            result: Samples.contradictory, path: "reports/2024/清河县财政局/v\(number)")
        version.decisions = decisions
        return version
    }

    private func waiver(_ rule: String, id: Int = 1) -> Decision {
        let result = Samples.contradictory
        let finding = result.findings.first { $0.rule == rule }
        let key = finding.map { FindingKey($0, in: result) } ?? FindingKey(rule: rule, at: "", digest: "")
        return Decision(
            id: id, version: 1, subject: .waive(key), words: finding?.message ?? "", why: "口径不同，已核实", who: who,
            at: Samples.morning)
    }

    private func overrule(_ verdict: Verdict, instead: Verdict = .returned) -> Decision {
        Decision(
            id: 9, version: 1, subject: .overrule(Overruling(verdict: verdict, instead: instead, sha256: "")),
            words: "", why: "已人工核对", who: who, at: Samples.morning)
    }

    private func errors(_ version: ReportVersion) -> Int { version.standing.count(of: .error) }

    @Test func `a receipt speaks of what is left, and shows what was waived at the end`() throws {
        let before = version()
        let after = version(waiver("table3-row-total"))
        let page = ReceiptPage.html(for: after)
        #expect(page.contains("有 \(errors(before) - 1) 处须改正"))
        #expect(page.contains("另有 1 处已由校核单位核销，不需处理。"))
        let end = try #require(page.firstRange(of: "已核销（1 处，不需处理）")).lowerBound
        #expect(page[end...].contains("口径不同，已核实（2025年1月20日）"))
        #expect(!page.contains("王五") && !page.contains("wang"), "who decided is no matter of the bureau's")
        let number = try #require(after.standing.waived.first?.number)
        #expect(page[end...].contains("id=\"f\(number)\""), "its number is the one it had")
        #expect(ReceiptPage.html(for: before).contains("id=\"f\(number)\""))
    }

    @Test func `a decision of an earlier version is said to be carried over`() {
        #expect(ReceiptPage.html(for: version(waiver("table3-row-total"), number: 2)).contains("沿用第 1 版的决定"))
    }

    @Test func `a decision on other facts is told of where it asks again`() {
        var other = waiver("table3-row-total")
        other.subject = .waive(
            FindingKey(rule: "table3-row-total", at: "requests/received", digest: String(repeating: "0", count: 64)))
        let version = version(other, number: 2)
        #expect(errors(version) == errors(self.version()))
        #expect(ReceiptPage.html(for: version).contains("第 1 版同一处曾核销"))
    }

    @Test func `an overruled report says so, with the reason`() {
        let accepted = ReceiptPage.html(for: version(overrule(.accepted)))
        #expect(accepted.contains("校核回执") && accepted.contains("经校核单位人工核对，认定为合格。理由：已人工核对。"))
        var mended = version(overrule(.returned, instead: .accepted))
        mended.result = Samples.result()
        let returned = ReceiptPage.html(for: mended)
        #expect(returned.contains("退回修改意见") && returned.contains("现予退回。理由：已人工核对。"))
    }

    @Test func `the terminal names who decided`() {
        let text = DeskText.show(version(waiver("table3-row-total")), receipt: "/r")
        #expect(text.contains("已核销（1 处）"))
        #expect(text.contains("口径不同，已核实　王五（账户 wang），2025年1月20日 09:30"))
        let overruled = DeskText.show(version(overrule(.accepted)), receipt: "/r")
        #expect(overruled.contains("✓ 合格"))
        #expect(overruled.contains("由办公室改定，校核结论为退回修改。理由：已人工核对　王五（账户 wang）"))
    }

    @Test func `programs get the result as it is, and how it stands beside it`() throws {
        let version = version(waiver("table3-row-total"), overrule(.accepted))
        let json = try JSON.line(VersionRecord(version))
        let result = try JSON.value(ReportResult.self, from: json)
        #expect(result == version.result)
        #expect(json.contains("\"standing\":{"))
        #expect(json.contains("\"overrule\":{\"account\":\"wang\",\"at\":\"2025-01-20T09:30:00+08:00\",\"by\":\"王五\""))
        #expect(json.contains("\"verdict\":\"accepted\""))
    }

    @Test func `lists count what is left, and a report that nobody could read has no counts`() throws {
        let summary = ReportSummary(version(waiver("table3-row-total")))
        #expect((summary.waived, summary.remark) == (1, "已核销 1 处"))
        #expect(try JSON.line(ReportRecord(summary)).contains("\"waived\":1"))
        var scan = version(overrule(.accepted, instead: .unreadable))
        scan.result = Samples.result(.unreadable)
        let listed = ReportSummary(scan)
        #expect(listed.verdict == .accepted)
        #expect((listed.digits(\.errors), listed.remark) == ("—", "办公室改定，原为无法校核"))
    }

    @Test func `totals name a report without numbers that the office accepts`() {
        var scan = version(overrule(.accepted, instead: .unreadable))
        scan.result = ReportResult(file: "扫描件.pdf", sha256: "", bytes: 1, verdict: .unreadable)
        let totals = Totals(year: 2024, versions: [scan])
        #expect(totals.leftOut.map(\.reason) == [.noNumbers])
        #expect(totals.leftOut.first?.reason.words == "由办公室认定合格，文件无法读出数据")
        #expect(Totals(year: 2024, versions: [version()]).leftOut.map(\.reason) == [.returned])
        var accepted = version(overrule(.accepted))
        accepted.result = Samples.result(.returned)
        #expect(Totals(year: 2024, versions: [accepted]).included.count == 1)
    }

    @Test func `what was waived is neither mended nor to be mended`() {
        let first = version()
        var second = version(waiver("table3-row-total"), number: 2)
        second.decisions[0].version = 2
        let revision = Revision(from: first, to: second)
        #expect(revision.mended.isEmpty && revision.new.isEmpty)
        #expect(!revision.open.contains { $0.rule == "table3-row-total" })
        #expect(!revision.open.isEmpty)
    }

    @Test func `a finding is meant by its number, its rule, or its rule and place`() throws {
        let standing = version(waiver("table3-row-total")).standing
        let all = standing.lines
        #expect(standing.choose("1", waived: false) == .one(try #require(all.first)))
        #expect(standing.choose("99", waived: false) == .none)
        let title = try #require(all.first { $0.key.rule == "section-title" })
        #expect(standing.choose("section-title", waived: false) == .one(title))
        let twice = all.filter { line in all.count { $0.key.rule == line.key.rule } > 1 }
        if let first = twice.first {
            guard case .ambiguous(let lines) = standing.choose(first.key.rule, waived: false) else {
                Issue.record("\(first.key.rule) is meant at one place alone")
                return
            }
            #expect(lines.count > 1)
            #expect(standing.choose("\(first.key.rule)@\(first.key.at)", waived: false) != .none)
        }
    }

    @Test func `what is meant does not depend on how facts are ordered or worded`() {
        let result = Samples.contradictory
        var reworded = result.findings[1]
        reworded.message = "别的说法"
        #expect(FindingKey(reworded, in: result) == FindingKey(result.findings[1], in: result))
        reworded.facts["sum"] = .number(3)
        #expect(FindingKey(reworded, in: result) != FindingKey(result.findings[1], in: result))
        var counting = result.findings[1]
        counting.facts = ["more": .number(4)]
        var others = result
        others.sha256 = String(repeating: "cd", count: 32)
        #expect(FindingKey(counting, in: result) != FindingKey(counting, in: others))
    }
}
