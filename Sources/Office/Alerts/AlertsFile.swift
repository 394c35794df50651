package import Foundation

/// What is wrong, for programs: `nianbao.alerts/1`.
package enum AlertsFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.alerts/1"

    /// The text of `alerts.json`. Times carry the offset of `zone`.
    package static func json(for list: AlertList, in zone: TimeZone = .china) throws -> String {
        try JSON.page(Body(list, zone))
    }

    /// What the text of `alerts.json` says; `nil` where it is none.
    package static func list(from text: String) -> AlertList? {
        guard let body = try? JSON.value(Body.self, from: text), body.schema == schema else { return nil }
        return body.list
    }

    private struct Body: Codable {
        var schema = AlertsFile.schema
        let generatedAt, validUntil: String
        let alerts: [Alert]
        let missing: Int
        let unsentRecords: Int
        let unsentSince: String?

        enum CodingKeys: String, CodingKey {
            case generatedAt = "generated_at"
            case validUntil = "valid_until"
            case unsentRecords = "unsent_records"
            case unsentSince = "unsent_since"
            case schema, alerts, missing
        }

        init(_ list: AlertList, _ zone: TimeZone) {
            generatedAt = list.generatedAt.stamp(in: zone)
            validUntil = list.validUntil.stamp(in: zone)
            alerts = list.alerts.map { Alert($0, zone) }
            missing = list.missing
            unsentRecords = list.unsent
            unsentSince = list.unsentSince?.stamp(in: zone)
        }

        var list: AlertList? {
            guard let generated = date(generatedAt), let valid = date(validUntil) else { return nil }
            return AlertList(
                generatedAt: generated, validUntil: valid, alerts: alerts.map(\.alert), missing: missing,
                unsent: unsentRecords, unsentSince: unsentSince.flatMap(date))
        }
    }

    private struct Alert: Codable {
        let number: Int64
        let kind, severity, state, title, subject, message, since: String

        init(_ alert: AlertList.Alert, _ zone: TimeZone) {
            number = alert.number
            kind = alert.kind
            severity = alert.severity
            state = alert.state
            title = alert.title
            subject = alert.subject
            message = alert.message
            since = alert.since.stamp(in: zone)
        }

        var alert: AlertList.Alert {
            AlertList.Alert(
                number: number, kind: kind, severity: severity, state: state, title: title, subject: subject,
                message: message, since: date(since) ?? .distantPast)
        }
    }

    private static func date(_ text: String) -> Date? { try? Date(text, strategy: .iso8601) }
}
