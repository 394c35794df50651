extension Entry {
    static let started = Entry(.started, .info, "年报校核服务已启动。")
    static let stopping = Entry(.stopping, .info, "年报校核服务正在停止。")

    static func alert(_ alert: Alert) -> Entry {
        Entry(
            .alert, alert.kind.priority, alert.message,
            fields: ["ALERT": alert.kind.rawValue, "FILE": alert.subject])
    }

    static func cleared(_ kind: String, _ subject: String) -> Entry {
        Entry(.cleared, .notice, "已恢复：\(subject)（\(kind)）。", fields: ["ALERT": kind, "FILE": subject])
    }
}
