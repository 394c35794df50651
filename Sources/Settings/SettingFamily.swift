import Channels
import Foundation
import Reports

/// Tables that an office names itself, as many as it needs: [groups.市直部门], [channels.值班群].
struct SettingFamily: Sendable {
    /// The first word of the tables' names.
    let name: String
    /// What each of the tables is about, in Chinese.
    let summary: String
    /// The same in English, for packagers.
    let english: String
    /// A name as an office may choose it.
    let example: String
    /// The lines of an example, after the head.
    let exampleLines: [String]
    /// The keys of the table of a name.
    let keys: @Sendable (String) -> [SettingKey]
    /// The names that settings have tables for.
    let members: @Sendable (Settings) -> [String]
    /// The key that a table can't do without and that is not there, and why.
    let missing: @Sendable (String, Settings) -> (key: String, why: String)?
    /// The key whose value does not go with the others, and why.
    let refused: @Sendable (String, Settings) -> (key: String, why: String)?

    /// The families, in the order of the file.
    static let all = [groups, channels]

    private static let groups = SettingFamily(
        name: "groups",
        summary: "名录中一个分组自己的期限，分组名与名录“分组”列一致，可以有多节；没有写的项，按 [deadlines]。",
        english: "The deadlines of a group of the roster. What is not there is as in [deadlines].",
        example: "市直部门", exampleLines: ["submit = \"1-20\""],
        keys: { group in
            [
                SettingKey(
                    "groups.\(group).submit", \.deadlines[datesOf: group].submit, .optionalDate, "这个分组的报送期限。"),
                SettingKey(
                    "groups.\(group).publish", \.deadlines[datesOf: group].publish, .optionalDate, "这个分组的公布期限。"),
            ]
        },
        members: { $0.deadlines.groups.keys.sorted() },
        missing: { _, _ in nil }, refused: { _, _ in nil })

    private static let channels = SettingFamily(
        name: "channels",
        summary: "告警送到哪里，名称自定，可以有多节；没有写就不向外发送。由 nianbao-alerts 服务发送，见 docs/alerts.md。",
        english: "Where nianbao-alerts.service(8) sends alerts; see docs/alerts.md. Without a channel none is sent.",
        example: "值班群", exampleLines: ["kind = \"wecom\"", "token = \"wecom-key\""],
        keys: { name in
            [
                SettingKey(
                    "channels.\(name).kind", \.channels[or: name].kind, .channelKind,
                    "用什么送：mail 邮件，webhook 网址（Alertmanager 格式），wecom 企业微信，dingtalk 钉钉，feishu 飞书群机器人，heartbeat 心跳网址。"),
                SettingKey(
                    "channels.\(name).url", \.channels[or: name].url, .url,
                    "网址，不含密钥；机器人留空为官方网址，也可以是单位内部的转发地址。"),
                SettingKey(
                    "channels.\(name).token", \.channels[or: name].token, .credential,
                    "凭据的名称，内容是网址里的密钥：企业微信的 key、钉钉的 access_token、飞书和心跳网址的最后一段；webhook 为 Bearer 令牌。"),
                SettingKey(
                    "channels.\(name).secret", \.channels[or: name].secret, .credential,
                    "凭据的名称，内容是签名的密钥：钉钉、飞书的加签密钥，webhook 的 HMAC-SHA256 密钥。"),
                SettingKey("channels.\(name).to", \.channels[or: name].recipients, .addresses, "收件人的邮箱。"),
                SettingKey("channels.\(name).from", \.channels[or: name].sender, .address, "发件人的邮箱；留空由发信程序决定。"),
                SettingKey(
                    "channels.\(name).program", \.channels[or: name].program, .program, "发信程序，用法同 sendmail。"),
                SettingKey(
                    "channels.\(name).least", \.channels[or: name].least, .severity, "只送这个程度以上的告警。"),
            ]
        },
        members: { $0.channels.keys.sorted() },
        missing: { name, settings in settings.channels[or: name].missing },
        refused: { name, settings in settings.channels[or: name].refused })
}

extension Deadlines {
    /// The dates of a group; asking for one that has none makes it.
    fileprivate subscript(datesOf group: String) -> Dates {
        get { groups[group] ?? Dates() }
        set { groups[group] = newValue }
    }
}

extension [String: Channel] {
    /// The channel of a name; a new one where there is none.
    fileprivate subscript(or name: String) -> Channel {
        get { self[name] ?? Channel() }
        set { self[name] = newValue }
    }
}

extension Channel {
    /// What it can't do without.
    fileprivate var missing: (key: String, why: String)? {
        guard let kind else { return ("kind", "请写明用什么送，如 kind = \"mail\"。") }
        if kind == .mail { return recipients.isEmpty ? ("to", "请写明收件人，如 to = [\"bgs@example.gov.cn\"]。") : nil }
        if address == nil { return ("url", "请写明网址，如 url = \"https://relay.example.gov.cn/hook\"。") }
        let needsToken = kind.standardURL != nil && url == nil
        return needsToken && token == nil ? ("token", "请写明密钥所在的凭据，如 token = \"\(kind.rawValue)-key\"。") : nil
    }

    /// A key that would cross the network for everybody to read.
    fileprivate var refused: (key: String, why: String)? {
        guard !credentials.isEmpty, let url, let parts = URLComponents(string: url), parts.scheme == "http",
            !Self.isLoopback(parts.host ?? "")
        else { return nil }
        return ("url", "http 不加密，密钥会在途中泄露。请改用 https；只有发给本机（127.0.0.1、::1、localhost）的可以用 http。")
    }

    private static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host == "localhost" || host == "::1"
            || parts.count == 4 && parts[0] == 127 && parts.allSatisfy { $0 != nil }
    }
}
