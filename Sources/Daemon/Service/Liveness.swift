package import Linux
import Synchronization

/// When each part last made progress. A part beats for work that is done, never because time has passed.
package final class Liveness: Sendable {
    private struct State {
        var began: ContinuousClock.Instant
        var beats: [Component: ContinuousClock.Instant] = [:]
        var allowances: [Component: Duration]
    }

    /// Rings when a part begins.
    package let wake = WakeSignal()
    private let state: Mutex<State>

    /// Counts from `now`; each watched part has its allowance from one beat to the next.
    package init(allowances: [Component: Duration], from now: ContinuousClock.Instant = .now) {
        state = Mutex(State(began: now, allowances: allowances))
    }

    /// Gives each watched part another allowance.
    package func allow(_ allowances: [Component: Duration]) {
        state.withLock { $0.allowances = allowances }
    }

    /// A part has done something.
    package func progress(_ component: Component, at now: ContinuousClock.Instant = .now) {
        let isFirst = state.withLock { $0.beats.updateValue(now, forKey: part) == nil }
        if isFirst { wake.signal() }
    }

    /// A part has done something at least once.
    package func hasBegun(_ part: Component) -> Bool { state.withLock { $0.beats[part] != nil } }

    /// The parts whose allowance has run out.
    package func stalled(at now: ContinuousClock.Instant) -> [Component] {
        let state = state.withLock(\.self)
        return Component.allCases.filter { part in
            guard let allowance = state.allowances[part] else { return false }
            return (state.beats[part] ?? state.began).duration(to: now) > allowance
        }
    }
}
