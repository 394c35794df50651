package import Ledger
package import Rules

/// What is known beside a report itself, as the ledger has it.
package protocol ReportKnowledge: Sendable {
    /// All that a report is compared with, in one question. It blocks the thread while the ledger is read.
    nonisolated(nonsending) func context(for query: KnowledgeQuery) async throws -> Context
}

extension Ledger: ReportKnowledge {}

/// Knows nothing: a report is judged on its own.
package struct NothingKnown: ReportKnowledge {
    package init() {}

    package func context(for query: KnowledgeQuery) -> Context { Context() }
}
