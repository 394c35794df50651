package import Documents

/// What takes a document out of bytes: the worker, or what stands for it in a test.
package protocol Extracting: Sendable {
    /// What is in the bytes, or why there is nothing to be had of them.
    func extract(_ document: DocumentBytes, within limits: Limits) async throws(WorkerFailure) -> WorkerAnswer
}
