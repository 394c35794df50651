import Foundation
import Office
import Reports
import Rules
import Testing

@Suite struct RecheckTextTests {
    private func finding(_ message: String, number: Int = 0) -> ResultFinding {
        ResultFinding(
            Finding(
                rule: "table3-balance", severity: .error, at: .file, message: message, fix: "", source: "",
                facts: ["sum": .number(number)]))
    }

    private func lines(from then: [ResultFinding], to now: [ResultFinding]) -> [String] {
        var result = ReportResult(file: "年报.txt", sha256: "", bytes: 0, verdict: .returned)
        result.findings = then
        let version = ReportVersion(
            year: "2024", agency: "财政局", version: 1, receivedAt: Date(timeIntervalSince1970: 0), result: result,
            path: "")
        result.findings = now
        return RecheckText.text(for: version, now: result).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func `what went and came is told`() {
        #expect(
            lines(from: [finding("甲"), finding("乙")], to: [finding("乙"), finding("丙")]) == [
                "  － table3-balance：甲", "  ＋ table3-balance：丙",
            ])
    }

    @Test func `a finding that reads the same has neither gone nor come`() {
        #expect(lines(from: [finding("甲", number: 1)], to: [finding("甲", number: 2)]) == [])
    }

    @Test func `of several that read the same the difference is told`() {
        #expect(lines(from: [finding("甲"), finding("甲")], to: [finding("甲")]) == ["  － table3-balance：甲"])
    }
}
