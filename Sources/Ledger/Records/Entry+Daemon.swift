import Alerts
import Linux

extension Entry {
    package static let started = Entry(.started, .info, "年报校核服务已启动。")
    package static let stopping = Entry(.stopping, .info, "年报校核服务正在停止。")

    package static let reloaded = Entry(.reloaded, .notice, "设置和名录已重新读取，从下一份报告起生效。")

    /// Why, in Chinese, with an end mark.
    package static func reloadRefused(_ why: String) -> Entry {
        Entry(.reloadRefused, .error, "设置没有启用，服务照旧按原来的设置运行。\(why)")
    }

    static func alert(_ alert: Alert) -> Entry {
        Entry(.alert, alert.kind.priority, alert.message, fields: alert.fields)
    }

    static func reworded(_ alert: Alert) -> Entry {
        Entry(.reworded, .info, alert.message, fields: alert.fields)
    }

    static func cleared(_ alert: Alert) -> Entry {
        Entry(
            .cleared, .notice, alert.kind.traits.over.replacing("@", with: alert.subject), fields: alert.fields)
    }
}

extension Alert {
    /// What the journal finds it by.
    var fields: [String: String] {
        var fields = ["ALERT": kind.rawValue, "SUBJECT": subject]
        guard kind.traits.subject == .agency else {
            fields["FILE"] = subject
            return fields
        }
        let words = subject.split(separator: " ").map(String.init)
        if words.count > 1 { (fields["AGENCY"], fields["YEAR"]) = (words[0], words[1]) }
        return fields
    }
}
