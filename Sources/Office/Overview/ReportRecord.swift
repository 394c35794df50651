package import Foundation
import Rules

/// A report version as `nianbao.status/1` and `nianbao history --json` write it.
package struct ReportRecord: Encodable, Sendable {
    let year, agency: String
    let version: Int
    let receivedAt: String
    let verdict: Verdict
    let errors, warnings: Int
    let file, sha256, path: String
    /// Left out where the file came in no folder.
    let folder: String?
    /// The earlier version with the same bytes; left out where there is none.
    let equal: Int?
    /// How many findings the office has waived.
    let waived: Int
    /// What the check came to; left out where the office has not overruled it.
    let overruled: Verdict?
    /// Left out but for one whose numbers a person has written down.
    let entered: Bool?
    /// Left out but for a version in whose place a report of the same file has come.
    let superseded: Bool?

    enum CodingKeys: String, CodingKey {
        case receivedAt = "received_at"
        case year, agency, version, verdict, errors, warnings, file, sha256, path, folder, superseded, entered, waived,
            overruled
        case equal = "equals"
    }

    /// The record of a version. Its time carries the offset of `zone`.
    package init(_ report: ReportSummary, in zone: TimeZone = .china) {
        year = report.year
        agency = report.agency
        version = report.version
        receivedAt = report.receivedAt.stamp(in: zone)
        verdict = report.verdict
        // Of what was not checked and the office has decided on, nothing is to be mended.
        let counts = report.isChecked || report.overruled == nil
        (errors, warnings) = counts ? (report.errors, report.warnings) : (0, 0)
        file = report.file
        sha256 = report.sha256
        path = report.path
        folder = report.folder
        equal = report.equal
        waived = report.waived
        overruled = report.overruled
        entered = report.isEntered ? true : nil
        superseded = report.isSuperseded ? true : nil
    }
}
