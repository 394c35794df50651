package import Documents
package import Office
import Reading
package import Reports
package import Rules
package import Settings

/// The one path from bytes to a result: extract, read, judge. The daemon, `check` and the tests all call it.
///
/// The worker extracts; reading and judging touch no disk, no clock and no log, so the same bytes with the same knowledge give
/// the same result for as long as the rulebook stands.
package struct Inspector: Sendable {
    /// What could be read of a file.
    package struct Reading: Sendable {
        package var format: Format
        package var report: Swift.Result<Report, Unreadable>

        /// Of a document that is left alone.
        static let abandoned = Reading(format: .unknown, report: .failure(.crashed))
    }

    private let limits: Limits
    private let policy: Policy
    /// From which numbers on rules find something.
    let thresholds: Thresholds
    private let worker: any Extracting

    package init(
        limits: Limits = Limits(), policy: Policy = Policy(), thresholds: Thresholds = Thresholds(),
        worker: any Extracting = Worker()
    ) {
        self.limits = limits
        self.policy = policy
        self.thresholds = thresholds
        self.worker = worker
    }

    /// As an office has set it.
    package init(_ settings: Settings, worker: any Extracting = Worker()) {
        self.init(
            limits: settings.limits, policy: settings.policy, thresholds: settings.thresholds, worker: worker)
    }

    /// The result for a file's bytes, judged on their own.
    package nonisolated(nonsending) func inspect(
        _ bytes: [UInt8], sha256: String, file: String
    ) async throws(WorkerFailure) -> Result {
        judge(try await readTwice(.memory(bytes)), Result(file: file, sha256: sha256, bytes: bytes.count))
    }

    /// The report in a document, or why there is none to be had. Throws where the worker said nothing of it.
    package nonisolated(nonsending) func read(_ document: DocumentBytes) async throws(WorkerFailure) -> Reading {
        let answer = try await worker.extract(document, within: limits)
        let report = Swift.Result { () throws(Unreadable) in
            switch answer.content {
            case .document(let document): try Reader.report(in: document)
            case .unreadable(let reason): throw reason
            }
        }
        return Reading(format: answer.format, report: report)
    }

    /// As `read`, where no ledger counts: a document over which the worker crashes twice is left alone, as the daemon does.
    package nonisolated(nonsending) func readTwice(_ document: DocumentBytes) async throws(WorkerFailure) -> Reading {
        for _ in 0..<Attempts.enough {
            do throws(WorkerFailure) {
                return try await read(document)
            } catch .crashed {
                continue
            }
        }
        return .abandoned
    }

    /// The result of what was read. A file that can't be read is a verdict of its own, never an error.
    package func judge(_ reading: Reading, _ file: Result, knowing context: Context = Context()) -> Result {
        var result = file
        result.format = reading.format.rawValue
        switch reading.report {
        case .success(let report):
            var context = context
            context.thresholds = thresholds
            context.contradiction = reading.format.contradiction(in: file.file).map {
                FileType(claimed: $0, found: reading.format.name)
            }
            let findings = Rulebook.findings(in: report, knowing: context, under: policy)
            result.verdict = Verdict(findings: findings)
            result.fill(from: report, findings: findings)
        case .failure(let reason):
            result.refuse(reason, as: reading.format)
        }
        return result
    }
}
