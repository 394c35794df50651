package import Foundation

/// What is wrong at a moment, for programs that watch over nianbao.
package struct AlertList: Sendable, Equatable {
    /// One thing that is wrong.
    package struct Alert: Sendable, Equatable {
        package var number: Int64
        package var kind, severity, state, title, subject, message: String
        package var since: Date

        package init(
            number: Int64, kind: String, severity: String, state: String, title: String, subject: String,
            message: String, since: Date
        ) {
            self.number = number
            self.kind = kind
            self.severity = severity
            self.state = state
            self.title = title
            self.subject = subject
            self.message = message
            self.since = since
        }
    }

    package var generatedAt: Date
    package var validUntil: Date
    package var alerts: [Alert]
    /// The agencies of the roster of which no report is there, for the year that is due.
    package var missing: Int
    /// The journal entries that no journal has yet.
    package var unsent: Int
    /// Since when the oldest of them waits.
    package var unsentSince: Date?

    package init(
        generatedAt: Date, validUntil: Date, alerts: [Alert] = [], missing: Int = 0, unsent: Int = 0,
        unsentSince: Date? = nil
    ) {
        self.generatedAt = generatedAt
        self.validUntil = validUntil
        self.alerts = alerts
        self.missing = missing
        self.unsent = unsent
        self.unsentSince = unsentSince
    }
}
