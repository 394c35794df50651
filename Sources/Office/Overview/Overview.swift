package import Foundation
package import Rules

/// What the supervising office sees at a glance; the overview page, the status file and the metrics are views of it.
package struct Overview: Sendable, Equatable {
    package var generatedAt: Date
    /// Past this moment the pages no longer describe the present: the daemon should have written newer ones.
    package var validUntil: Date
    /// Which ledger it is of.
    package var ledger: String
    /// The number of the last record in the ledger that is more than a start or an end of the service.
    package var ledgerRecord: Int
    /// The bodies of the roster, in its order; empty where the office keeps none.
    package var expected: [ExpectedAgency]
    /// The current version of each agency's report for each year.
    package var reports: [ReportSummary]
    package var alerts: [OverviewAlert]
    package var receiving: [ReceivingFile]
    /// When the first report came that the ledger has; `nil` where there is none.
    package var began: Date?

    package init(
        generatedAt: Date, validUntil: Date, ledger: String = "", ledgerRecord: Int,
        expected: [ExpectedAgency] = [],
        reports: [ReportSummary] = [], alerts: [OverviewAlert] = [], receiving: [ReceivingFile] = []
    ) {
        self.generatedAt = generatedAt
        self.validUntil = validUntil
        self.ledger = ledger
        self.ledgerRecord = ledgerRecord
        self.expected = expected
        self.reports = reports
        self.alerts = alerts
        self.receiving = receiving
    }

    /// How many of the reports have each verdict; every verdict is named, also with none.
    package var counts: [Verdict: Int] {
        var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
        for report in reports { counts[report.verdict, default: 0] += 1 }
        return counts
    }
}
