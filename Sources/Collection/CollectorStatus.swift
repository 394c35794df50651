import Daemon
import Ledger
import Synchronization

/// How collecting goes, for a line that waits for no disk.
final class CollectorStatus: StatusLine {
    private struct State {
        var offices = 0
        var troubled = 0
        var isBehind = false
    }

    private let state = Mutex(State())
    private let daemon: DaemonStatus

    init(_ daemon: DaemonStatus) { self.daemon = daemon }

    func show(offices: Int, troubled: Int) {
        state.withLock { ($0.offices, $0.troubled) = (offices, troubled) }
    }

    /// There is more to take over than one look took.
    func show(isBehind: Bool) { state.withLock { $0.isBehind = isBehind } }

    /// 汇集 98 个办公室，2 个有异常；正在补收；待发日志 0
    func text(stalled: [Component]) -> String {
        let state = state.withLock(\.self)
        let figures = daemon.figures
        var parts = ["汇集 \(state.offices) 个办公室" + (state.troubled > 0 ? "，\(state.troubled) 个有异常" : "")]
        if state.isBehind { parts.append("正在补收") }
        parts.append("待发日志 \(figures.unsent + figures.unconfirmed)")
        if figures.alerts > 0 { parts.append("告警 \(figures.alerts)") }
        if !stalled.isEmpty { parts.append("停滞：" + stalled.map(\.name).joined(separator: "、")) }
        return parts.joined(separator: "；")
    }
}
