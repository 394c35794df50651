package import Foundation
import Rules

/// The overview for programs, `nianbao.status/1`.
package enum StatusFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.status/1"

    /// The text of `status.json`. Times carry the offset of `zone`.
    package static func json(for overview: Overview, in zone: TimeZone = .china) throws -> String {
        try JSON.page(Body(overview, zone))
    }

    private struct Body: Encodable {
        let schema = StatusFile.schema
        let generatedAt: String
        let validUntil: String
        let ledgerRecord: Int
        let counts: [String: Int]
        let reports: [Report]
        let alerts: [Alert]
        let receiving: [Receiving]

        enum CodingKeys: String, CodingKey {
            case generatedAt = "generated_at"
            case validUntil = "valid_until"
            case ledgerRecord = "ledger_record"
            case schema, counts, reports, alerts, receiving
        }

        init(_ overview: Overview, _ zone: TimeZone) {
            generatedAt = overview.generatedAt.stamp(in: zone)
            validUntil = overview.validUntil.stamp(in: zone)
            ledgerRecord = overview.ledgerRecord
            counts = Dictionary(uniqueKeysWithValues: overview.counts.map { ($0.key.rawValue, $0.value) })
            reports = overview.byYear.flatMap(\.versions).map { Report($0, zone) }
            alerts = overview.alerts.map { Alert($0, zone) }
            receiving = overview.receiving.map { Receiving($0, zone) }
        }
    }

    private struct Report: Encodable {
        let year, agency: String
        let version: Int
        let receivedAt: String
        let verdict: Verdict
        let errors, warnings: Int
        let file, sha256, path: String

        enum CodingKeys: String, CodingKey {
            case receivedAt = "received_at"
            case year, agency, version, verdict, errors, warnings, file, sha256, path
        }

        init(_ version: ReportVersion, _ zone: TimeZone) {
            year = version.year
            agency = version.agency
            self.version = version.version
            receivedAt = version.receivedAt.stamp(in: zone)
            verdict = version.result.verdict
            errors = version.result.count(of: .error)
            warnings = version.result.count(of: .warning)
            file = version.result.file
            sha256 = version.result.sha256
            path = version.path
        }
    }

    private struct Alert: Encodable {
        let kind, subject, message, since: String

        init(_ alert: OverviewAlert, _ zone: TimeZone) {
            kind = alert.kind
            subject = alert.subject
            message = alert.message
            since = alert.since.stamp(in: zone)
        }
    }

    private struct Receiving: Encodable {
        let file, since: String

        init(_ file: ReceivingFile, _ zone: TimeZone) {
            self.file = file.name
            since = file.since.stamp(in: zone)
        }
    }
}
