import Ledger
package import Linux
import Logging
import Rules
import ServiceLifecycle
package import Services

/// Notifies the service manager that the daemon is ready, how it is, and that it is alive: the last only while every
/// watched part makes progress. It waits for no disk itself, so its silence means that a part is stuck.
package actor Supervisor: PeriodicService {
    private static let longestPause = Duration.seconds(10)

    private let notifier: any Notifier
    private let liveness: Liveness
    private let daemonStatus: DaemonStatus
    private let hangDetector: HangDetector
    private var scanInterval: Duration
    private var isReady = false
    private var status = ""

    package init(
        _ context: DaemonContext, notifier: any Notifier = ServiceManager(),
        hangDetector: HangDetector = HangDetector(),
        scanInterval: Duration
    ) {
        liveness = context.liveness
        daemonStatus = context.status
        self.notifier = notifier
        self.hangDetector = hangDetector
        self.scanInterval = scanInterval
    }

    /// It is woken whenever a component begins or the ledger changes.
    package nonisolated var wake: WakeSignal { liveness.wake }

    package func round() async -> Duration? {
        tick(at: .now)
        return min(Self.longestPause, (notifier.watchdogInterval ?? .seconds(60)) / 3)
    }

    package func finish() async {
        notifier.notify("STOPPING=1\nSTATUS=正在停止：处理完手上的文件就退出")
    }

    /// Goes by another interval.
    package func adopt(scanInterval: Duration) {
        self.scanInterval = scanInterval
    }

    /// Looks at the parts once and tells what there is to tell.
    package func tick(at now: ContinuousClock.Instant) {
        let stalled = liveness.stalled(at: now)
        var news: [String] = []
        if !isReady, liveness.hasBegun(.intake) {
            isReady = true
            news.append("READY=1")
        }
        let line = statusLine(stalled)
        if line != status {
            status = line
            news.append("STATUS=\(line)")
        }
        if !stalled.contains(where: isOurs) { news.append("WATCHDOG=1") }
        if !news.isEmpty { notifier.notify(news.joined(separator: "\n")) }
    }

    /// Whether a restart would heal a part that is stuck. An intake that waits for a share would wait again.
    private func isOurs(_ part: Component) -> Bool { part.isWatched && !(part == .intake && hangDetector.areOpen) }

    /// All current reports, of whatever year: 各年度共收 5，合格 1，基本合格 0，退回 3，无法校核 1；待发日志 0；下次扫描 30 秒内
    private func statusLine(_ stalled: [Component]) -> String {
        let figures = daemonStatus.figures
        let verdicts = [
            ("合格", .accepted), ("基本合格", .acceptedWithWarnings), ("退回", .returned), ("无法校核", .unreadable),
        ].map { name, verdict in "\(name) \(figures.verdicts[verdict] ?? 0)" }
        let total = figures.verdicts.values.reduce(0, +)
        var parts = [
            "各年度共收 \(total)，" + verdicts.joined(separator: "，"), "待发日志 \(figures.unsent + figures.unconfirmed)",
        ]
        if stalled.contains(.intake), hangDetector.areOpen { parts.insert("收件文件夹没有回应，等待共享恢复", at: 0) }
        if let trouble = daemonStatus.trouble { parts.insert(trouble, at: 0) }
        if figures.alerts > 0 { parts.append("告警 \(figures.alerts)") }
        if stalled.isEmpty {
            parts.append("下次扫描 \(scanInterval.components.seconds) 秒内")
        } else {
            parts.append("停滞：" + stalled.map(\.name).joined(separator: "、"))
        }
        return parts.joined(separator: "；")
    }
}
