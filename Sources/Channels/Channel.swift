/// A way by which notices leave the house, as the office has set it up.
package struct Channel: Sendable, Hashable {
    /// What it speaks.
    package enum Kind: String, CaseIterable, Sendable {
        case mail, webhook, wecom, dingtalk, feishu, heartbeat

        /// Where the official service takes messages; `nil` where there is none.
        package var standardURL: String? {
            switch self {
            case .wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
            case .dingtalk: "https://oapi.dingtalk.com/robot/send"
            case .feishu: "https://open.feishu.cn/open-apis/bot/v2/hook"
            case .mail, .webhook, .heartbeat: nil
            }
        }

        /// Whether it carries notices; a heartbeat only says that all is alive.
        package var carriesNotices: Bool { self != .heartbeat }
    }

    /// What it speaks; `nil` while the office has not said.
    package var kind: Kind?
    /// Where it leads, without any key; `nil` for the official address.
    package var url: String?
    /// The name of the credential that opens it: the key or token that would stand in the address.
    package var token: String?
    /// The name of the credential with which messages are signed.
    package var secret: String?
    /// To whom mail goes.
    package var recipients: [String] = []
    /// Who mail comes from; `nil` for the account that sends.
    package var sender: String?
    /// The program that takes mail.
    package var program = "/usr/sbin/sendmail"
    /// Notices that weigh less are not sent.
    package var least = Notice.Severity.info

    package init(kind: Kind? = nil) {
        self.kind = kind
    }

    /// The address in force.
    package var address: String? { url ?? kind?.standardURL }

    /// The names of its credentials.
    package var credentials: [String] { [token, secret].compactMap(\.self) }
}
