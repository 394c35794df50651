import Fixtures
import Office
import Rules
import Settings
import Testing

@testable import Daemon

@Suite struct `A check under the settings of an office` {
    /// The sample report without the sentence on fees: an error by the rulebook.
    private var bytes: [UInt8] {
        Array(TextLayout.tabs.text(of: SampleReport()).replacing("未收取政府信息公开信息处理费。", with: "").utf8)
    }

    private func verdict(_ settings: String) async throws -> Verdict {
        let settings = try Settings.parse(Array(settings.utf8), file: "设置.toml")
        return try await ReportChecker(settings).result(of: Submission(bytes, sha256: "", file: "年报.txt"))
            .verdict
    }

    @Test(arguments: [
        ("", Verdict.returned), ("[rules]\nfee-statement-missing = \"warning\"", .acceptedWithWarnings),
        ("[rules]\nfee-statement-missing = \"off\"", .accepted),
    ])
    func `weighs as the office does`(settings: String, verdict: Verdict) async throws {
        #expect(try await self.verdict(settings) == verdict)
    }

    @Test func `has the office's thresholds`() async throws {
        let settings = try Settings.parse(Array("[thresholds]\noverview_characters = 10".utf8), file: "设置.toml")
        let result = try await ReportChecker(settings).result(of: Submission(bytes, sha256: "", file: "年报.txt"))
        #expect(result.findings.contains { $0.rule == "overview-long" })
    }
}
