package import Foundation
package import Rules

/// What the supervising office sees at a glance; the overview page and the status file are two views of it.
package struct Overview: Sendable, Equatable {
    package var generatedAt: Date
    /// Past this moment the pages no longer describe the present: the daemon should have written newer ones.
    package var validUntil: Date
    /// The number of the last record in the ledger.
    package var ledgerRecord: Int
    /// The current version of each agency's report for each year.
    package var versions: [ReportVersion]
    package var alerts: [OverviewAlert]
    package var receiving: [ReceivingFile]

    package init(
        generatedAt: Date, validUntil: Date, ledgerRecord: Int, versions: [ReportVersion] = [],
        alerts: [OverviewAlert] = [], receiving: [ReceivingFile] = []
    ) {
        self.generatedAt = generatedAt
        self.validUntil = validUntil
        self.ledgerRecord = ledgerRecord
        self.versions = versions
        self.alerts = alerts
        self.receiving = receiving
    }

    /// How many of the reports have each verdict; every verdict is named, also with none.
    package var counts: [Verdict: Int] {
        var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
        for version in versions { counts[version.result.verdict, default: 0] += 1 }
        return counts
    }

    /// The reports by year, the newest year first and those of no known year last, agencies by name.
    var byYear: [(year: String, versions: [ReportVersion])] {
        Dictionary(grouping: versions, by: \.year)
            .map { (year: $0.key, versions: $0.value.sorted { $0.agency < $1.agency }) }
            .sorted { (Int($0.year) ?? 0, $0.year) > (Int($1.year) ?? 0, $1.year) }
    }
}
