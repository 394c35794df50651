import Alerts
import Linux

extension Entry {
    package static let started = Entry(.started, .info, "年报校核服务已启动。")
    package static let stopping = Entry(.stopping, .info, "年报校核服务正在停止。")
    /// The same of the service that collects.
    package static let collecting = Entry(.started, .info, "年报汇集服务已启动。")
    package static let collectingEnds = Entry(.stopping, .info, "年报汇集服务正在停止。")

    package static let reloaded = Entry(.reloaded, .notice, "设置和名录已重新读取，从下一份报告起生效。")

    /// Why, in Chinese, with an end mark.
    package static func reloadRefused(_ why: String) -> Entry {
        Entry(.reloadRefused, .error, "设置没有启用，服务照旧按原来的设置运行。\(why)")
    }

    /// One that begins as it is: alone, and not flapping.
    static func alert(_ alert: Alert) -> Entry {
        Entry(.alert, alert.kind.priority, alert.message, fields: alert.fields)
    }

    static func alert(_ change: AlertReconciliation.Change) -> Entry {
        Entry(.alert, change.alert.kind.priority, change.alert.message, fields: change.fields)
    }

    static func reworded(_ change: AlertReconciliation.Change) -> Entry {
        Entry(.reworded, .info, change.alert.message, fields: change.fields)
    }

    /// `successor` is what stands for the alert from now on, where it is not really over.
    static func cleared(_ alert: Alert, into successor: String? = nil) -> Entry {
        let message =
            if let successor {
                "“\(alert.about.name)”的提示并入\(successor)的提示。"
            } else if let place = alert.placeName {
                "已恢复：\(place)中不再有“\(alert.kind.traits.title)”的情况。"
            } else {
                alert.kind.traits.over.replacing("@", with: alert.about.name)
            }
        return Entry(.cleared, .notice, message, fields: alert.fields)
    }
}

extension AlertReconciliation.Change {
    fileprivate var fields: [String: String] {
        var fields = alert.fields
        if size > 1 { fields["COUNT"] = String(size) }
        if isFlapping { fields["FLAPPING"] = "1" }
        return fields
    }
}

extension Alert {
    /// What the journal finds it by.
    var fields: [String: String] {
        var fields = ["ALERT": kind.rawValue, "SUBJECT": subject]
        switch about {
        case .place(let name): fields["FILE"] = name
        case .file(let folder, _):
            fields["FILE"] = subject
            // What stands for the whole inbox is in no folder.
            if folder != ".", folder != "" { fields["FOLDER"] = folder }
        case .report(let agency, let year, _):
            fields["AGENCY"] = agency
            fields["YEAR"] = year
        }
        return fields
    }
}
