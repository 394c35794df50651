package import Foundation

/// An alert as the ledger has it.
package struct AlertState: Sendable, Hashable {
    /// How far it has come.
    package enum Stage: String, CaseIterable, Sendable {
        /// It has not lasted long enough, or is held back: nobody knows of it.
        case pending
        case firing
        /// A person has taken it on: it is not repeated.
        case acknowledged
        case resolved

        /// What people call it.
        package var name: String {
            switch self {
            case .pending: "待定"
            case .firing: "告警中"
            case .acknowledged: "处理中"
            case .resolved: "已恢复"
            }
        }
    }

    package var id: Int64
    package var alert: Alert
    package var stage: Stage
    package var since: Date
    /// When it left the pending stage.
    package var fired: Date?
    /// When people were last told that it lasts.
    package var told: Date?
    /// When it was over; `nil` while it lasts.
    package var cleared: Date?
    /// How many alerts it stands for.
    package var size = 1
    /// It has come and gone too often: it lasts until it has been quiet for long enough.
    package var isFlapping = false
    /// When one that flaps was last seen, about.
    package var seen: Date?
    /// When it got its words; `nil` for those that it began with.
    package var worded: Date?

    package init(
        id: Int64, _ alert: Alert, _ stage: Stage, since: Date, fired: Date? = nil, told: Date? = nil,
        cleared: Date? = nil
    ) {
        self.id = id
        self.alert = alert
        self.stage = stage
        self.since = since
        self.fired = fired
        self.told = told
        self.cleared = cleared
    }
}
