package import Documents
import Extraction
package import Office
import Reading
package import Rules

/// The one path from bytes to a result: extract, read, judge. The daemon, `check` and the tests all call it.
///
/// It touches no disk, no clock and no log, so the same bytes give the same result for as long as the rulebook stands.
package struct Inspector: Sendable {
    private let limits: Limits
    private let policy: Policy
    private let context: Context

    /// `policy` and `thresholds` are the office's, by which it weighs what is found.
    package init(limits: Limits = Limits(), policy: Policy = Policy(), thresholds: Thresholds = Thresholds()) {
        self.limits = limits
        self.policy = policy
        var context = Context()
        context.thresholds = thresholds
        self.context = context
    }

    /// As an office has set it.
    package init(_ settings: Settings) {
        self.init(limits: settings.limits, policy: settings.policy, thresholds: settings.thresholds)
    }

    /// The result for a file's bytes. A file that can't be read is a verdict of its own, never an error.
    package func inspect(_ bytes: [UInt8], sha256: String, file: String) -> Result {
        var result = Result(file: file, sha256: sha256, bytes: bytes.count, format: "unknown", verdict: .failed)
        do throws(Unreadable) {
            let extract = try Extractor.extract(bytes, limits: limits)
            result.format = extract.format.rawValue
            let report = try Reader.report(in: extract.document)
            let findings = Rulebook.findings(in: report, knowing: context, under: policy)
            result.verdict = Verdict(findings: findings)
            result.fill(from: report, findings: findings)
        } catch {
            result.verdict = .unreadable
            result.findings = [ResultFinding(Rulebook.unreadable(rule: error.rule, detail: error.detail))]
        }
        return result
    }
}
