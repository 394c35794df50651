extension Entry {
    static let started = Entry(.started, .info, "年报校核服务已启动。")
    static let stopping = Entry(.stopping, .info, "年报校核服务正在停止。")

    static let reloaded = Entry(.reloaded, .notice, "设置和名录已重新读取，从下一份报告起生效。")

    static func reloadRefused(_ refusal: Setup.Refusal) -> Entry {
        Entry(.reloadRefused, .error, "设置没有启用，服务照旧按原来的设置运行。\(refusal.description)")
    }

    static func alert(_ alert: Alert) -> Entry {
        Entry(
            .alert, alert.kind.priority, alert.message,
            fields: ["ALERT": alert.kind.rawValue, "FILE": alert.subject])
    }

    static func reworded(_ alert: Alert) -> Entry {
        Entry(.reworded, .info, alert.message, fields: ["ALERT": alert.kind.rawValue, "FILE": alert.subject])
    }

    static func cleared(_ alert: Alert) -> Entry {
        Entry(
            .cleared, .notice, alert.kind.over(alert.subject),
            fields: ["ALERT": alert.kind.rawValue, "FILE": alert.subject])
    }
}

extension Alert.Kind {
    /// That it is over, in Chinese.
    fileprivate func over(_ subject: String) -> String {
        switch self {
        case .inboxUnreachable: "已恢复：收件文件夹 \(subject) 可以打开了。"
        case .inboxReplaced: "已恢复：收件文件夹 \(subject) 是原来的那个了，或已确认更换。"
        case .fileReceiving: "已恢复：文件“\(subject)”已传完，或已移走。"
        case .fileLeftBehind: "已恢复：文件“\(subject)”已有结果，或已移走。"
        case .stateShort: "已恢复：台账文件夹 \(subject) 可以正常写入，继续校核。"
        case .resourcesShort: "已恢复：系统资源充足，继续收件。"
        case .folderUnreadable: "已恢复：“\(subject)”可以查看了，或已移走。"
        case .fileUnreadable: "已恢复：文件“\(subject)”可以读取了，或已移走。"
        case .fileRefused: "已恢复：“\(subject)”已移走。"
        case .fileVanished: "文件“\(subject)”被移走一事不再提示。"
        case .archiveUnwritable: "已恢复：归档文件夹 \(subject) 可以写入了。"
        case .statusUnwritable: "已恢复：状态文件夹 \(subject) 可以写入了，欠写的文件已补齐。"
        }
    }
}
