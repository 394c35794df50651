package import Logging

/// Says once that something fails, however often it is tried, and once that it works again.
package struct LatchedLog: Sendable {
    private let failure: String
    private let recovery: String
    private var isLatched = false

    /// What is said when it begins and when it is over, in Chinese.
    package init(_ failure: String, over recovery: String) {
        self.failure = failure
        self.recovery = recovery
    }

    /// It failed.
    package mutating func failed(_ error: any Error, in log: Logger) {
        if !isLatched { log.critical("\(failure)", error: error) }
        isLatched = true
    }

    /// It worked.
    package mutating func recovered(in log: Logger) {
        if isLatched { log.notice("\(recovery)") }
        isLatched = false
    }
}
