package import Foundation
package import Ledger
import Linux
package import Office
package import ReaderInterface
package import Reports
import Rules

/// A file that is to be checked, with what is known of it before anybody has read it.
package struct Submission: Sendable {
    package var document: DocumentBytes
    /// The file's name, as a person may read it.
    package var file: String
    /// The folder of the inbox in which it lies; `nil` where it lies in none.
    package var folder: String?
    /// The SHA-256 of all bytes in hexadecimal digits, and how many there are.
    package var sha256: String
    package var bytes: Int
    package var receivedAt: Date
    /// The account that the file belongs to, where it lies in no folder: in a folder that says who reports.
    package var owner: UInt32?
    /// What a person has said of it who has written down its numbers.
    package struct Entered: Sendable {
        package var agency: String
        package var year: Int?
    }

    /// `nil` where it is the report itself.
    package var entered: Entered?
    /// Which version of its report it is, where it was recorded before.
    package var version: Int?
    /// Where it is filed as that.
    package var filed: FiledVersion?

    /// Bytes that a person hands in.
    package init(_ bytes: [UInt8], sha256: String, file: String) {
        document = .memory(bytes)
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes.count
        receivedAt = .now
    }

    /// A file of the inbox, as it is in the archive.
    package init(_ arrival: Arrival, in archive: Archive, version: Int? = nil) {
        document = archive.document(of: arrival.content)
        file = arrival.file.path.name.display
        folder = arrival.file.path.folder?.display
        owner = folder == nil ? arrival.file.owner : nil
        sha256 = arrival.content.sha256
        bytes = arrival.content.size
        receivedAt = arrival.at
        self.version = version
    }

    /// A version once more, as it is in the archive.
    package init(_ kept: Ledger.ArchivedVersion, in archive: Archive) {
        self.init(kept.arrival, in: archive, version: kept.version.version)
        filed = kept.filed
        if kept.version.result.isEntered {
            entered = Entered(agency: kept.version.agency, year: kept.version.result.year)
        }
    }
}

extension CheckedReport {
    /// A file of which nothing is said yet: its verdict is `failed`.
    package init(_ submission: Submission) {
        self.init(result: ReportResult(file: submission.file, sha256: submission.sha256, bytes: submission.bytes))
    }

    /// A file that can't be checked.
    package init(
        _ submission: Submission, refused reason: Unreadable, as format: Format = .unknown, of agency: Agency? = nil
    ) {
        self.init(submission)
        self.agency = agency
        result.refuse(reason, as: format)
    }

    /// A report of which only is said whose it is: its verdict is `failed`.
    init(_ submission: Submission, identified report: Report, as format: Format, of agency: Agency?) {
        self.init(submission)
        self.agency = agency
        result.format = format.rawValue
        result.agency = report.agency.map { Excerpt.word($0) }
        result.year = report.year
    }

    /// Says what was found in the report.
    mutating func judge(_ report: Report, _ findings: [Finding]) {
        result.verdict = Verdict(findings: findings)
        result.fill(from: report, findings: findings)
    }
}

extension ReportResult {
    /// Makes it the result of a file that could not be checked, with the reason and, where the name claims another format than
    /// the content has, with that too.
    mutating func refuse(_ reason: Unreadable, as format: Format = .unknown) {
        let contradiction = format.contradiction(in: file).map { "扩展名是 .\($0)，内容却是\(format.name)" }
        let detail = [reason.detail, contradiction ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
        verdict = .unreadable
        self.format = format.rawValue
        findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: detail))]
    }

    /// The result of a file over the size limit, of which no byte was read: it has no hash.
    package static func oversize(bytes: Int, file: String, limit: Int) -> ReportResult {
        var result = ReportResult(file: file, sha256: "", bytes: bytes)
        result.refuse(.limit(name: Limit.fileSize.rawValue, value: limit))
        return result
    }
}
