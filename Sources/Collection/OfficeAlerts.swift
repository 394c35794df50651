import Alerts
import Foundation
import Office

/// What people are told of the troubles with offices.
enum OfficeAlerts {
    /// All kinds of alerts that these can be.
    static let kinds: Set<Alert.Kind> = Set(OfficeTrouble.Kind.allCases.map(\.alert))

    /// An alert for each office and kind. What is missing may be on its way, and a file that can't be read may have been begun just now: these
    /// are given some time.
    static func all(of troubles: [OfficeTrouble], at date: Date, patience: TimeInterval) -> [Alert] {
        let lasting = troubles.filter {
            ![.gap, .unreadable].contains($0.kind) || date.timeIntervalSince($0.since) >= patience
        }
        return Dictionary(grouping: lasting) { Key(kind: $0.kind.alert, about: $0.about) }
            .map { key, troubles in Alert(key.kind, key.about, troubles.map(\.words).joined()) }
            .sorted { ($0.kind.rawValue, $0.subject) < ($1.kind.rawValue, $1.subject) }
    }

    private struct Key: Hashable {
        let kind: Alert.Kind
        let about: String
    }
}

extension OfficeTrouble.Kind {
    /// Whether it lasts until something comes from the sender, or a person decides about it.
    var isOfSenderAlone: Bool {
        switch self {
        case .gap, .fork, .unlinked, .stray, .nameless, .foreign, .unusable: true
        case .newLedger, .twoOfOneName, .twoOfOneLedger, .unlisted, .renamed, .copyLost, .unreadable, .sameMachine,
            .silent, .unheard, .clock:
            false
        }
    }

    fileprivate var alert: Alert.Kind {
        switch self {
        case .gap, .fork, .unlinked, .stray, .newLedger, .unusable: .officeChain
        case .twoOfOneName, .twoOfOneLedger, .unlisted, .renamed, .nameless, .foreign, .sameMachine: .officeUnknown
        case .silent, .unheard: .officeSilent
        case .clock: .officeClock
        case .unreadable, .copyLost: .officeUnreadable
        }
    }
}
