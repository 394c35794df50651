import Daemon
import Foundation
import Office
import Rules
import Testing

@Suite(
    "Real reports are judged as their gold files say",
    .enabled(if: !Gold.texts.isEmpty, "the real reports are not here"))
struct GoldFindingsTests {
    private func result(_ gold: Gold) async throws -> ReportResult {
        try await ReportChecker().result(of: Submission(gold.bytes(), sha256: "", file: gold.report))
    }

    @Test(arguments: Gold.texts)
    func `the verdict`(gold: Gold) async throws {
        #expect(try await result(gold).verdict.rawValue == gold.verdict)
    }

    @Test(arguments: Gold.texts)
    func `what must be found is found, at its place, with its figures`(gold: Gold) async throws {
        let findings = try await result(gold).findings
        for must in gold.must {
            let isThere = findings.contains { finding in
                finding.rule == must.rule && (must.at == nil || finding.at == must.at)
                    && must.facts.allSatisfy { finding.facts[$0.key] == $0.value }
            }
            #expect(isThere, "\(must)")
        }
    }

    @Test(arguments: Gold.texts)
    func `what must not be found is not`(gold: Gold) async throws {
        for finding in try await result(gold).findings {
            #expect(!gold.mustNot.contains(finding.rule), "\(finding)")
            #expect(!gold.mustNot.contains("*\(finding.severity.rawValue)"), "\(finding)")
        }
    }
}
