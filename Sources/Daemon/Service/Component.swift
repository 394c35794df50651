/// A part of the daemon that works by itself.
package enum Component: String, CaseIterable, Sendable {
    case intake
    case publisher
    case ledger
    case journal
    case alertMonitor

    /// What the status line calls it.
    package var name: String {
        switch self {
        case .intake: "收件"
        case .publisher: "发布"
        case .ledger: "台账"
        case .journal: "日志"
        case .alertMonitor: "告警"
        }
    }

    /// A restart of the daemon would heal it. A journal that hangs is not ours to heal.
    package var isWatched: Bool { self != .journal }
}
