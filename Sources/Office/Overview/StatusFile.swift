package import Foundation
import Rules

/// The overview for programs, `nianbao.status/1`.
package enum StatusFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.status/1"

    /// The text of `status.json`. Times carry the offset of `zone`. What a start asks for stands at the beginning.
    package static func json(for overview: Overview, in zone: TimeZone = .china) throws -> String {
        let origin = try JSON.page(Origin(ledger: overview.ledger, record: overview.ledgerRecord))
        return try origin.dropLast("\n}\n".count) + "," + JSON.page(Body(overview, zone)).dropFirst("{".count)
    }

    /// Which ledger a status file was written from, and how far that had come.
    package struct Origin: Codable, Sendable, Equatable {
        package let ledger: String
        package let record: Int

        enum CodingKeys: String, CodingKey {
            case ledger
            case record = "ledger_record"
        }

        /// How many bytes of a status file have it.
        package static let size = 1024

        init(ledger: String, record: Int) {
            self.ledger = ledger
            self.record = record
        }

        /// What the first lines of a status file say; `nil` where they say nothing of it, as in those of earlier editions.
        package init?(beginning text: String) {
            let lines = text.split(separator: "\n", maxSplits: 3)
            guard lines.count > 3, lines[2].hasSuffix(","),
                let origin = try? JSON.value(Self.self, from: lines[..<3].joined().dropLast() + "}")
            else { return nil }
            self = origin
        }
    }

    private struct Body: Encodable {
        let schema = StatusFile.schema
        let generatedAt: String
        let validUntil: String
        let counts: [String: Int]
        let currentYear: String
        let years: [Year]
        let agencies: [AgencyRecord]
        let reports: [ReportRecord]
        let alerts: [Alert]
        let receiving: [Receiving]

        enum CodingKeys: String, CodingKey {
            case generatedAt = "generated_at"
            case validUntil = "valid_until"
            case currentYear = "current_year"
            case schema, counts, years, agencies, reports, alerts, receiving
        }

        init(_ overview: Overview, _ zone: TimeZone) {
            generatedAt = overview.generatedAt.stamp(in: zone)
            validUntil = overview.validUntil.stamp(in: zone)
            counts = Dictionary(uniqueKeysWithValues: overview.counts.map { ($0.key.rawValue, $0.value) })
            currentYear = overview.currentYear(in: zone)
            let standings = overview.standings(in: zone)
            years = standings.map(Year.init)
            agencies = standings.flatMap { standing in
                standing.lines.map { AgencyRecord($0, year: standing.year, in: zone) }
            }
            reports = overview.reports.sorted { ($1.year, $0.agency) < ($0.year, $1.agency) }.map {
                ReportRecord($0, in: zone)
            }
            alerts = overview.alerts.map { Alert($0, zone) }
            receiving = overview.receiving.map { Receiving($0, zone) }
        }
    }

    /// A year: how many bodies of the roster are awaited, how many have reported, and how many reports are in each state.
    private struct Year: Encodable {
        let year: String
        let expected, submitted, missing, overdue: Int
        let reports: [String: Int]

        init(_ standing: YearStanding) {
            let counts = standing.counts
            year = standing.year
            expected = standing.lines.count
            submitted = standing.submitted
            missing = standing.missing.count
            overdue = counts[.overdue] ?? 0
            reports = Dictionary(
                uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, counts[.judged($0)] ?? 0) })
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
