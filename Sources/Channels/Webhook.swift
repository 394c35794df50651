import Foundation
import Linux

/// The shape in which Alertmanager tells of alerts, version 4: what relays and other systems know.
enum Webhook {
    /// The request that gives a notice to a server.
    static func request(
        _ notice: Notice, named channel: String, isResend: Bool, to address: String, _ secrets: Secrets, at now: Date
    ) throws -> Request {
        let body = try JSONBody.bytes(Message(notice, channel, isResend))
        var headers = ["Content-Type: application/json; charset=utf-8", "X-Nianbao-Notice: \(notice.id)"]
        if let token = secrets.token { headers.append("Authorization: Bearer \(token)") }
        if let key = secrets.key {
            // The time is signed as well: what somebody has listened to can't be told again later.
            let stamp = String(Int(now.timeIntervalSince1970))
            let code = HMAC.code(of: Array("\(stamp).".utf8) + body, key: Array(key.utf8))
            headers += ["X-Nianbao-Timestamp: \(stamp)", "X-Nianbao-Signature: sha256=\(code.hexadecimal)"]
        }
        return Request(url: address, headers: headers, body: body)
    }

    private struct Message: Encodable {
        let version = "4"
        let groupKey, status, receiver, externalURL: String
        let truncatedAlerts = 0
        let groupLabels, commonLabels, commonAnnotations: [String: String]
        let alerts: [Alert]

        init(_ notice: Notice, _ channel: String, _ isResend: Bool) {
            let text = NoticeText(notice, isResend: isResend)
            groupKey = notice.thread
            status = notice.firing.isEmpty && !notice.isTest ? "resolved" : "firing"
            receiver = channel
            externalURL = notice.link
            groupLabels = ["alertname": notice.kind]
            commonLabels = ["alertname": notice.kind, "severity": notice.severity.rawValue, "job": "nianbao"]
            commonAnnotations = ["summary": text.subject, "description": notice.advice, "notice": notice.id]
            alerts = (notice.firing + notice.resolved).map { Alert($0, notice) }
        }
    }

    private struct Alert: Encodable {
        let status, startsAt, endsAt, generatorURL, fingerprint: String
        let labels, annotations: [String: String]

        init(_ item: Notice.Item, _ notice: Notice) {
            status = item.ended == nil ? "firing" : "resolved"
            startsAt = item.since.formatted(.iso8601)
            endsAt = item.ended?.formatted(.iso8601) ?? "0001-01-01T00:00:00Z"
            generatorURL = notice.link
            fingerprint = String(SHA256.digits(of: Array("\(notice.kind)\0\(item.alert)".utf8)).prefix(16))
            labels = [
                "alertname": notice.kind, "severity": notice.severity.rawValue, "subject": item.subject,
                "job": "nianbao",
            ]
            annotations = ["summary": notice.title, "description": notice.advice]
        }
    }
}
