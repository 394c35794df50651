package import Foundation

/// What is to happen to alerts at a moment: which begin to be ones, and of which people are told. A function of what the ledger
/// has and of the time, so that a restart neither repeats nor forgets anything.
package struct AlertPlan: Sendable, Equatable {
    /// What is told at once: all of one kind.
    package struct Telling: Sendable, Equatable {
        package var kind: Alert.Kind
        package var firing: [AlertState]
        package var resolved: [AlertState]
        /// Nothing in it is new.
        package var isRepeat: Bool
    }

    /// What the plan is made from.
    package struct Facts: Sendable {
        /// The alerts that last, and those that are over and not told to be.
        package var alerts: [AlertState] = []
        /// The kinds that last, or were over a moment ago: what they hold back has no time yet to come in.
        package var present: Set<Alert.Kind> = []
        /// When people were last told of a kind.
        package var lastTold: [Alert.Kind: Date] = [:]
        /// The alerts that nobody wants to hear of now.
        package var muted: Set<Int64> = []
        /// The last moment at which people are told on workdays.
        package var morning: Date?

        package init() {}
    }

    /// Alerts that begin at once are told together.
    private static let groupWait = 30.0
    /// So long after the morning an office is still at work.
    private static let workingHours = 8 * 3600.0
    /// What comes later waits for more to come.
    private static let groupInterval = 300.0

    /// The pending alerts that are now alerts.
    package var fire: [AlertState] = []
    package var tell: [Telling] = []
    package var isEmpty: Bool { fire.isEmpty && tell.isEmpty }

    package init(_ facts: Facts, at now: Date) {
        let byKind = Dictionary(grouping: facts.alerts, by: \.alert.kind)
        for kind in Alert.Kind.allCases {
            guard var alerts = byKind[kind] else { continue }
            let isHeldBack = !kind.heldBackBy.isDisjoint(with: facts.present)
            for index in alerts.indices where alerts[index].isRipe(at: now, isHeldBack) {
                alerts[index].stage = .firing
                alerts[index].fired = now
                fire.append(alerts[index])
            }
            let audible = alerts.filter { !facts.muted.contains($0.id) }
            if let telling = Self.telling(kind, audible, facts, isHeldBack, now) { tell.append(telling) }
        }
    }

    private static func telling(
        _ kind: Alert.Kind, _ alerts: [AlertState], _ facts: Facts, _ isHeldBack: Bool, _ now: Date
    ) -> Telling? {
        let firing = isHeldBack ? [] : alerts.filter { $0.stage == .firing }
        let resolved = alerts.filter { $0.stage == .resolved }
        let fresh = firing.filter { $0.told == nil }
        guard isDue(kind, fresh, firing, resolved, facts, now) else { return nil }
        return Telling(
            kind: kind, firing: kind.traits.isRepeated ? firing : fresh, resolved: resolved,
            isRepeat: fresh.isEmpty && resolved.isEmpty)
    }

    private static func isDue(
        _ kind: Alert.Kind, _ fresh: [AlertState], _ firing: [AlertState], _ resolved: [AlertState], _ facts: Facts,
        _ now: Date
    ) -> Bool {
        let begun = fresh.compactMap(\.fired) + resolved.compactMap(\.cleared)
        switch kind.traits.cadence {
        case .once, .every:
            let isNews = begun.contains { $0.distance(from: now) >= groupWait }
            let isQuiet = facts.lastTold[kind].map { $0.distance(from: now) >= groupInterval } ?? true
            if isNews && isQuiet { return true }
            guard case .every(let hours) = kind.traits.cadence, begun.isEmpty else { return false }
            // What flaps is told once: that it goes on is no news.
            return firing.contains { state in
                !state.isFlapping && state.told.map { $0.distance(from: now) >= Double(hours) * 3600 } ?? false
            }
        case .onAMorning, .mornings:
            guard let morning = facts.morning else { return false }
            if begun.contains(where: { $0 <= morning }) { return true }
            // What has begun in working hours need not wait for the next morning: the service was down at that of today.
            let isToday = now.timeIntervalSince(morning) < workingHours
            if isToday, fresh.contains(where: { $0.fired.map { $0.distance(from: now) >= groupWait } ?? false }) {
                return facts.lastTold[kind].map { $0.distance(from: now) >= groupInterval } ?? true
            }
            return kind.traits.isRepeated && firing.compactMap(\.told).contains { $0 < morning || $0 > now }
        }
    }
}

extension AlertState {
    /// Whether what has been pending is an alert now.
    fileprivate func isRipe(at now: Date, _ isHeldBack: Bool) -> Bool {
        stage == .pending && !isHeldBack && since.distance(from: now) >= Double(alert.kind.traits.wait)
    }
}

extension AlertTraits {
    /// Whether people are told again while it lasts.
    fileprivate var isRepeated: Bool {
        switch cadence {
        case .every, .mornings: true
        case .once, .onAMorning: false
        }
    }
}
