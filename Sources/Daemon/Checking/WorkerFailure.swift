/// Why the worker said nothing of a document.
package enum WorkerFailure: Error, Sendable, Hashable {
    /// The worker ended over this document, and would again. What was seen of its end, in Chinese.
    case crashed(String)
    /// No document can be read now; this one has no part in it. What is wrong, in Chinese.
    case unavailable(String)

    /// The document has a part in it.
    var isCrash: Bool { if case .crashed = self { true } else { false } }

    /// What happened, in Chinese, without an end mark.
    package var description: String {
        switch self {
        case .crashed(let seen): seen
        case .unavailable(let wrong): wrong
        }
    }
}
