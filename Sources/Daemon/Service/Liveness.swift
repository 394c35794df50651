package import Linux
import Synchronization

/// When each component last made progress: by work that is done, never because time has passed. Safe to use from any thread.
package final class Liveness: Sendable {
    private struct State {
        var began: ContinuousClock.Instant
        var beats: [Component: ContinuousClock.Instant] = [:]
        var allowances: [Component: Duration]
    }

    /// Signals when a component begins.
    package let wake = WakeSignal()
    private let state: Mutex<State>

    /// Counts from `now`; each watched component has its allowance from one sign of progress to the next.
    package init(allowances: [Component: Duration], from now: ContinuousClock.Instant = .now) {
        state = Mutex(State(began: now, allowances: allowances))
    }

    /// Gives each watched component another allowance.
    package func allow(_ allowances: [Component: Duration]) {
        state.withLock { $0.allowances = allowances }
    }

    /// A component has done something.
    package func progress(_ component: Component, at now: ContinuousClock.Instant = .now) {
        let isFirst = state.withLock { $0.beats.updateValue(now, forKey: component) == nil }
        if isFirst { wake.signal() }
    }

    /// A component has done something at least once.
    package func hasBegun(_ component: Component) -> Bool { state.withLock { $0.beats[component] != nil } }

    /// The components whose allowance has run out.
    package func stalled(at now: ContinuousClock.Instant) -> [Component] {
        let state = state.withLock(\.self)
        return Component.allCases.filter { component in
            guard let allowance = state.allowances[component] else { return false }
            return (state.beats[component] ?? state.began).duration(to: now) > allowance
        }
    }
}

/// A part of the daemon that works by itself.
package enum Component: String, CaseIterable, Sendable {
    case intake
    case publisher
    case returns
    case ledger
    case journal
    case alertMonitor
    /// Of `nianbao collect`, in the place of the intake.
    case collector

    /// What the status line calls it.
    package var name: String {
        switch self {
        case .intake: "收件"
        case .publisher: "发布"
        case .returns: "单位回执"
        case .ledger: "台账"
        case .journal: "日志"
        case .alertMonitor: "告警"
        case .collector: "汇集"
        }
    }

    /// A restart of the daemon would heal it. A journal that hangs is not ours to heal.
    package var isWatched: Bool { self != .journal }
}
