package import Foundation

/// A version of an agency's report for a year, with what was found in it.
package struct ReportVersion: Sendable, Equatable {
    /// The year as folders and pages name it: four digits, or words where the report does not say.
    package var year: String
    /// The agency as folders and pages name it.
    package var agency: String
    /// Counts from 1; new bytes for the same agency and year are a new version.
    package var version: Int
    package var receivedAt: Date
    package var result: ReportResult
    /// The folder of its files below the status folder, `reports/2024/某局/v1`.
    package var path: String
    /// The folder of the inbox in which it came; `nil` where it came in none.
    package var folder: String?
    /// The earlier version that has the same bytes.
    package var equal: Int?
    /// Nobody's report, in whose place a report of the same file has come.
    package var isSuperseded = false
    /// Who has written down the numbers, where they were not read.
    package var entry: HandEntry?
    /// What the office has decided on the versions of the report, the first first.
    package var decisions: [Decision] = []

    package init(year: String, agency: String, version: Int, receivedAt: Date, result: ReportResult, path: String) {
        self.year = year
        self.agency = agency
        self.version = version
        self.receivedAt = receivedAt
        self.result = result
        self.path = path
    }

    /// What people call the report in a sentence, 某局 2024.
    package var name: String { Filing.name(agency: agency, year: year) }
    /// The same of the version, 某局 2024 第 1 版.
    package var versionName: String { Filing.name(agency: agency, year: year, version: version) }
}

extension ReportVersion {
    /// How it stands, after what the office has decided.
    package var standing: Standing { Standing(result, version: version, decisions) }
}
