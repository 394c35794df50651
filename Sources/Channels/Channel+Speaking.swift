package import Foundation

extension Channel {
    /// The request that delivers a notice; `nil` for a channel that is not spoken to over HTTP.
    package func request(
        for notice: Notice, named name: String, isResend: Bool, _ secrets: Secrets, at now: Date
    ) throws -> Request? {
        guard let kind, let address else { return nil }
        switch kind {
        case .mail, .heartbeat: return nil
        case .webhook:
            return try Webhook.request(notice, named: name, isResend: isResend, to: address, secrets, at: now)
        case .wecom, .dingtalk, .feishu:
            return try Robot.request(kind, NoticeText(notice, isResend: isResend), to: address, secrets, at: now)
        }
    }

    /// The request that says that all is alive, or is not; `nil` for a channel that is no heartbeat.
    package func beat(isAlive: Bool, _ secrets: Secrets) -> Request? {
        guard kind == .heartbeat, let address else { return nil }
        let parts = [address, secrets.token?.escaped, isAlive ? nil : "fail"].compactMap(\.self)
        return Request(url: parts.joined(separator: "/"))
    }

    /// What a server's answer means.
    package func outcome(of answer: Answer) -> Outcome {
        switch answer.status {
        case 200..<300:
            return [.wecom, .dingtalk, .feishu].contains(kind) ? Robot.outcome(kind ?? .feishu, of: answer) : .delivered
        case 429: return .failed("对方说发送太快（HTTP 429）", pause: answer.retryAfter ?? 60)
        case 300..<400: return .failed("对方要求转到别的网址（HTTP \(answer.status)），没有照办；请把最终的网址写进设置")
        case 401, 403: return .failed("对方不认可密钥或签名（HTTP \(answer.status)）")
        case 404, 410: return .failed("网址或密钥不对（HTTP \(answer.status)）")
        // It says itself that it has not looked at it.
        case 503: return .failed("对方暂时不接收（HTTP 503）", pause: answer.retryAfter)
        default:
            return .failed(
                "对方出错（HTTP \(answer.status)）", pause: answer.retryAfter, mayHaveArrived: answer.status >= 500)
        }
    }

    /// Whether it is not to be spoken to just now: at full and half hours everybody sends.
    package func isBusyHour(at date: Date) -> Bool {
        let minute = Int(date.timeIntervalSince1970 / 60) % 30
        return minute == 0 && [.wecom, .dingtalk, .feishu].contains(kind)
    }
}
