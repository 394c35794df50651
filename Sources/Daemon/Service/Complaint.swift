import Logging

/// Says once that something fails, however often it is tried, and once that it works again.
struct Complaint: Sendable {
    private let trouble: String
    private let relief: String
    private var isOpen = false

    /// What is said when it begins and when it is over, in Chinese.
    init(_ trouble: String, over relief: String) {
        self.trouble = trouble
        self.relief = relief
    }

    /// It failed.
    mutating func raise(_ error: any Error, in log: Logger) {
        if !isOpen { log.critical("\(trouble)", error: error) }
        isOpen = true
    }

    /// It worked.
    mutating func settle(in log: Logger) {
        if isOpen { log.notice("\(relief)") }
        isOpen = false
    }
}
