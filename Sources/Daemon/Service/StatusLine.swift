import Ledger
import Rules

/// How a service is, in a line for `systemctl status`.
package protocol StatusLine: Sendable {
    /// The line; some components have made no progress for longer than they may.
    func text(stalled: [Component]) -> String
}

/// That of the daemon that watches an inbox.
package struct DaemonStatusLine: StatusLine {
    private let status: DaemonStatus
    private let hangDetector: HangDetector
    private let scanInterval: Duration

    package init(_ status: DaemonStatus, _ hangDetector: HangDetector = HangDetector(), scanInterval: Duration) {
        (self.status, self.hangDetector, self.scanInterval) = (status, hangDetector, scanInterval)
    }

    /// All current reports, of whatever year: 各年度共收 5，合格 1，基本合格 0，退回 3，无法校核 1；待发日志 0；下次扫描 30 秒内
    package func text(stalled: [Component]) -> String {
        let figures = status.figures
        let verdicts = [
            ("合格", .accepted), ("基本合格", .acceptedWithWarnings), ("退回", .returned), ("无法校核", .unreadable),
        ].map { name, verdict in "\(name) \(figures.verdicts[verdict] ?? 0)" }
        let total = figures.verdicts.values.reduce(0, +)
        var parts = [
            "各年度共收 \(total)，" + verdicts.joined(separator: "，"), "待发日志 \(figures.unsent + figures.unconfirmed)",
        ]
        if stalled.contains(.intake), hangDetector.areOpen { parts.insert("收件文件夹没有回应，等待共享恢复", at: 0) }
        if let trouble = status.trouble { parts.insert(trouble, at: 0) }
        if figures.alerts > 0 { parts.append("告警 \(figures.alerts)") }
        if stalled.isEmpty {
            parts.append("下次扫描 \(scanInterval.components.seconds) 秒内")
        } else {
            parts.append("停滞：" + stalled.map(\.name).joined(separator: "、"))
        }
        return parts.joined(separator: "；")
    }
}
