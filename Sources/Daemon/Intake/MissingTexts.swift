import Ledger
import Linux
import Logging
import Office
import Reports
import ServiceLifecycle
import SystemPackage

/// Reads from the archive the texts that a ledger made anew lacks: no record has them.
struct MissingTexts {
    private static let batch = 20
    private let parts: Intake.Parts

    init(_ parts: Intake.Parts) {
        self.parts = parts
    }

    /// Whether all of them are there now; false where the daemon is to end before. Throws `WorkerFailure.unavailable`, and what the
    /// ledger throws. What was read stays read.
    nonisolated(nonsending) func restore() async throws -> Bool {
        let ledger = parts.context.ledger
        while case let batch = try await ledger.versionsWithoutTexts(limit: Self.batch), !batch.isEmpty {
            for kept in batch {
                guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return false }
                try await ledger.restore(texts(of: kept), of: kept)
                parts.context.liveness.progress(.intake)
            }
        }
        return true
    }

    /// The texts of a version; none where its copy is gone or damaged, or the reader crashes over it.
    private nonisolated(nonsending) func texts(of kept: Ledger.ArchivedVersion) async throws -> [Section: String] {
        let version = kept.version
        do throws(Errno) {
            _ = try parts.archive.document(of: kept.arrival.content).open()
        } catch {
            guard [.noSuchFileOrDirectory, .ioError].contains(error) else {
                throw WorkerFailure.unavailable("存档的副本打不开：\(error.reason)")
            }
            parts.context.log.notice(
                "\(version.versionName)的存档不见了或已损坏，以后的报告不与它比对。")
            return [:]
        }
        do {
            return try await parts.check(Submission(kept, in: parts.archive), .identified)().texts
        } catch WorkerFailure.crashed {
            return [:]
        }
    }
}
