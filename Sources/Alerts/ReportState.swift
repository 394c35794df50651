package import Foundation
package import Rules

/// The newest version of a report, as far as alerts want to know of it.
package struct ReportState: Sendable, Equatable {
    package var agency: String
    package var year: String
    package var number: Int
    package var verdict: Verdict
    /// A marking of secrecy was found in it.
    package var isMarkedSecret: Bool
    package var at: Date

    package init(
        agency: String, year: String, number: Int = 1, verdict: Verdict, isMarkedSecret: Bool = false, at: Date
    ) {
        self.agency = agency
        self.year = year
        self.number = number
        self.verdict = verdict
        self.isMarkedSecret = isMarkedSecret
        self.at = at
    }

    package var subject: String { "\(agency) \(year)" }
}
