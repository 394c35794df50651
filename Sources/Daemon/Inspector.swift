package import Documents
import Extraction
package import Office
import Reading
package import Reports
package import Rules

/// The one path from bytes to a result: extract, read, judge. The daemon, `check` and the tests all call it.
///
/// It touches no disk, no clock and no log, so the same bytes with the same knowledge give the same result for as long as the
/// rulebook stands.
package struct Inspector: Sendable {
    /// What could be read of a file.
    package struct Reading: Sendable {
        package var format: Format
        package var report: Swift.Result<Report, Unreadable>
    }

    private let limits: Limits
    private let policy: Policy
    private let thresholds: Thresholds

    package init(limits: Limits = Limits(), policy: Policy = Policy(), thresholds: Thresholds = Thresholds()) {
        self.limits = limits
        self.policy = policy
        self.thresholds = thresholds
    }

    /// As an office has set it.
    package init(_ settings: Settings) {
        self.init(limits: settings.limits, policy: settings.policy, thresholds: settings.thresholds)
    }

    /// The result for a file's bytes, judged on their own.
    package func inspect(_ bytes: [UInt8], sha256: String, file: String) -> Result {
        judge(read(bytes), Result(file: file, sha256: sha256, bytes: bytes.count))
    }

    /// The report in a file's bytes, or why there is none to be had.
    package func read(_ bytes: [UInt8]) -> Reading {
        var format: Format?
        let report = Swift.Result { () throws(Unreadable) in
            let extract = try Extractor.extract(bytes, limits: limits)
            format = extract.format
            return try Reader.report(in: extract.document)
        }
        // Where nothing could be taken out, the bytes still show what they are.
        return Reading(format: format ?? Format(sniffing: bytes), report: report)
    }

    /// The result of what was read. A file that can't be read is a verdict of its own, never an error.
    package func judge(_ reading: Reading, _ file: Result, knowing context: Context = Context()) -> Result {
        var result = file
        result.format = reading.format.rawValue
        switch reading.report {
        case .success(let report):
            var context = context
            context.thresholds = thresholds
            let findings = Rulebook.findings(in: report, knowing: context, under: policy)
            result.verdict = Verdict(findings: findings)
            result.fill(from: report, findings: findings)
        case .failure(let reason):
            result.refuse(reason)
        }
        return result
    }
}
