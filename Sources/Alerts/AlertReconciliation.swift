package import Foundation

/// What becomes of alerts when a look finds others than the last one: which begin, which are over. A function of both, so that a
/// restart changes nothing, and however fast alerts come and go, only so many changes come of it.
package struct AlertReconciliation: Sendable, Equatable {
    /// One that begins, or that has other words.
    package struct Change: Sendable, Equatable {
        package var alert: Alert
        /// How many alerts it stands for.
        package var size: Int
        /// It has come and gone too often: it lasts until it has been quiet for long enough.
        package var isFlapping: Bool

        init(_ item: AlertDamping.Item) {
            (alert, size, isFlapping) = (item.alert, item.size, item.isFlapping)
        }
    }

    /// One that is over.
    package struct End: Sendable, Equatable {
        package var state: AlertState
        /// What stands for it from now on, as people call it; `nil` where it is really over.
        package var successor: String?
    }

    /// How long ago something can have been over and still matter, in seconds.
    package static let horizon = AlertDamping.horizon
    /// So exactly it is known when one that flaps was last seen, in seconds.
    private static let seenInterval = 60.0

    package var begin: [Change] = []
    package var reword: [Change] = []
    package var end: [End] = []
    /// The numbers of those that flap and were seen.
    package var seen: [Int64] = []
    package var isEmpty: Bool { begin.isEmpty && reword.isEmpty && end.isEmpty && seen.isEmpty }

    /// `found` is what is wrong now, of some kinds; `known` are the alerts of these kinds that last, and `ended` those that were over less than
    /// `horizon` before `now`.
    package init(found: [Alert], known: [AlertState], ended: [AlertState], at now: Date) {
        let (found, known) = (Dictionary(grouping: found, by: \.kind), Dictionary(grouping: known, by: \.alert.kind))
        let ended = Dictionary(grouping: ended, by: \.alert.kind)
        for kind in Set(found.keys).union(known.keys).sorted(by: { $0.rawValue < $1.rawValue }) {
            let before = known[kind] ?? []
            let bySubject = Dictionary(before.map { ($0.alert.subject, $0) }) { first, _ in first }
            let damping = AlertDamping(known: bySubject, ended: ended[kind] ?? [], now: now)
            let unique = Dictionary((found[kind] ?? []).map { ($0.subject, $0) }) { first, _ in first }
            let items = damping.items(of: Array(unique.values))
            // Nearly all are as they were, and to sort them takes longest.
            let news = items.filter { !isSettled($0, bySubject[$0.alert.subject]) }
            for item in news.sorted(by: { $0.alert.subject < $1.alert.subject }) {
                meet(item, bySubject[item.alert.subject], at: now)
            }
            finish(before, items, damping)
        }
    }

    /// Whether an alert is as it was.
    private func isSettled(_ item: AlertDamping.Item, _ state: AlertState?) -> Bool {
        guard let state, !state.isFlapping else { return false }
        return item.size == 1 && state.size == 1 && item.alert == state.alert
    }

    private mutating func meet(_ item: AlertDamping.Item, _ state: AlertState?, at now: Date) {
        guard let state else {
            begin.append(Change(item))
            return
        }
        if state.isFlapping {
            if state.seen.map({ $0.distance(from: now) >= Self.seenInterval }) ?? true { seen.append(state.id) }
        } else if item.size > 1 || state.size > 1 {
            // Told anew when it has doubled: however many there come to be, that is seldom.
            if item.size >= state.size * 2 { reword.append(Change(item)) }
        } else if item.alert != state.alert, mayReword(state, at: now) {
            reword.append(Change(item))
        }
    }

    /// The longer an alert has lasted, the longer its words stay.
    private func mayReword(_ state: AlertState, at now: Date) -> Bool {
        guard let worded = state.worded else { return true }
        return state.since.distance(from: now) >= 2 * state.since.distance(from: worded)
    }

    private mutating func finish(_ before: [AlertState], _ items: [AlertDamping.Item], _ damping: AlertDamping) {
        let subjects = Set(items.map(\.alert.subject))
        for state in before where !subjects.contains(state.alert.subject) {
            let scopes =
                state.alert.kind.traits.subject == .file
                ? [AlertScope(folderOf: state.alert.subject), .everywhere] : []
            if let scope = scopes.first(where: { subjects.contains($0.subject) }) {
                end.append(End(state: state, successor: scope.name))
            } else if !damping.isHeld(state) {
                end.append(End(state: state))
            }
        }
    }
}

extension Date {
    /// The seconds between two moments. After a clock was set back, what lies ahead has been as well.
    func distance(from now: Date) -> Double { abs(now.timeIntervalSince(self)) }
}
