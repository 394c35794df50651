import Channels
import Foundation
import Reports
import TOML

extension SettingForm<MonthDay?> {
    static let optionalDate = SettingForm(
        expected: "月和日，如 \"1-26\"；没有的写 \"\"",
        english: "a month and a day, such as \"1-26\", or empty",
        read: { toml in
            guard let text = toml.string else { return nil }
            return text.isEmpty ? .some(nil) : MonthDay(text).map(Optional.some)
        },
        written: { quoted($0?.text ?? "") })
}

extension SettingForm<Int> {
    static let days = SettingForm(
        expected: "从 0 到 365 的整数，单位：天",
        english: "a number of days from 0 to 365",
        read: { toml in toml.integer.flatMap { (0...365).contains($0) ? $0 : nil } },
        written: { String($0) })

    /// Minutes after midnight.
    static let clock = SettingForm(
        expected: "从 00:00 到 23:59 的时间，如 \"09:10\"",
        english: "a time from 00:00 to 23:59",
        read: { toml in
            let parts = (toml.string ?? "").split(separator: ":").map { $0.count == 2 ? Int($0) : nil }
            guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
                (0...59).contains(minute)
            else { return nil }
            return hour * 60 + minute
        },
        written: { quoted([$0 / 60, $0 % 60].map { String(100 + $0).dropFirst() }.joined(separator: ":")) })
}

extension SettingForm<[Int]> {
    static let dayList = SettingForm(
        expected: "方括号里的天数，如 [14, 7, 3, 1]；不提醒的写 []",
        english: "an array of numbers of days",
        read: { toml in
            guard let days = toml.array?.map({ SettingForm<Int>.days.read($0) }) else { return nil }
            return days.contains { $0 ?? 0 == 0 } ? nil : days.compactMap(\.self)
        },
        written: { "[\($0.map(String.init).joined(separator: ", "))]" })
}

extension SettingForm<Bool> {
    static let answer = SettingForm(
        expected: "true（是）或 false（否）", english: "true or false", read: { $0.boolean }, written: { String($0) })
}

extension SettingForm<String> {
    static let zone = SettingForm(
        expected: "时区的名称，如 \"Asia/Shanghai\"、\"Asia/Urumqi\"",
        english: "the name of a time zone",
        read: { toml in toml.string.flatMap { TimeZone(identifier: $0) == nil ? nil : $0 } },
        written: quoted)

    static let words = SettingForm(
        expected: "一行文字", english: "a line of text",
        read: { toml in toml.string.flatMap { $0.contains(where: \.isNewline) ? nil : $0 } },
        written: quoted)

    static let program = SettingForm(
        expected: "以 / 开头的完整路径，如 \"/usr/sbin/sendmail\"",
        english: "an absolute path",
        read: { toml in toml.string.flatMap { $0.hasPrefix("/") && !$0.contains("\0") ? $0 : nil } },
        written: quoted)
}

extension SettingForm<String?> {
    /// Text that must pass a test, or nothing.
    private static func optional(
        _ expected: String, _ english: String, where isGood: @escaping @Sendable (String) -> Bool
    ) -> SettingForm {
        SettingForm(
            expected: "\(expected)；没有的写 \"\"",
            english: "\(english), or empty",
            read: { toml in
                guard let text = toml.string else { return nil }
                return text.isEmpty ? .some(nil) : isGood(text) ? .some(text) : nil
            },
            written: { quoted($0 ?? "") })
    }

    /// An address without a key: the settings can be read by many.
    static let url = optional(
        "http 或 https 网址，不带 ? 和密钥（密钥放在凭据里），如 \"https://relay.example.gov.cn/hook\"",
        "an http or https address, without ? and without a key"
    ) { text in
        let parts = URLComponents(string: text)
        return ["http", "https"].contains(parts?.scheme) && parts?.host?.isEmpty == false && parts?.query == nil
            && parts?.user == nil && parts?.fragment == nil
    }

    static let credential = optional(
        "凭据的名称，由字母、数字、- 和 _ 组成，如 \"wecom-key\"", "the name of a credential, of letters, digits, - and _"
    ) { text in
        text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }

    static let address = optional("邮箱，如 \"nianbao@example.gov.cn\"", "an address of mail", where: isAddress)
}

extension SettingForm<[String]> {
    static let addresses = SettingForm(
        expected: "方括号里的邮箱，各带引号，如 [\"bgs@example.gov.cn\"]",
        english: "an array of addresses of mail",
        read: { toml in SettingForm.names.read(toml).flatMap { $0.allSatisfy(isAddress) ? $0 : nil } },
        written: SettingForm.names.written)
}

extension SettingForm<Channel.Kind?> {
    static let channelKind = SettingForm(
        expected: Channel.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: "、") + " 之一",
        english: "one of " + Channel.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "),
        read: { toml in toml.string.flatMap(Channel.Kind.init).map(Optional.some) },
        written: { quoted($0?.rawValue ?? "") })
}

extension SettingForm<Notice.Severity> {
    static let severity = SettingForm(
        expected: "\"info\"（全部）、\"warning\"（警告和严重）或 \"critical\"（只送严重的）",
        english: "\"info\" (all), \"warning\" (and critical) or \"critical\"",
        read: { $0.string.flatMap(Notice.Severity.init) },
        written: { quoted($0.rawValue) })
}

/// Whether text can stand in a head of a mail as it is.
private func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        && text.allSatisfy { $0.isASCII && !$0.isWhitespace && !"<>,;:\"\\()".contains($0) && $0 >= "!" }
}
