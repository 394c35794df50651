package import Foundation

/// What people are to be told at once: one kind of trouble, with all that is in it now. It holds no text of a report.
package struct Notice: Codable, Sendable, Hashable {
    /// How grave it is, the least grave first.
    package enum Severity: String, Codable, CaseIterable, Sendable, Comparable {
        case info, warning, critical

        package static func < (one: Severity, other: Severity) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }

        /// What people call it.
        package var name: String {
            switch self {
            case .info: "提醒"
            case .warning: "警告"
            case .critical: "严重"
            }
        }
    }

    /// One thing that is wrong, or was.
    package struct Item: Codable, Sendable, Hashable {
        /// The alert's number in the ledger: the same in every notice.
        package var alert: Int64
        /// What it is about: an agency with its year, a folder.
        package var subject: String
        /// What else there is to know of it, a few words.
        package var remark: String?
        package var since: Date
        /// When it was over; `nil` while it lasts.
        package var ended: Date?

        package init(alert: Int64, subject: String, remark: String? = nil, since: Date, ended: Date? = nil) {
            self.alert = alert
            self.subject = subject
            self.remark = remark
            self.since = since
            self.ended = ended
        }
    }

    /// Known by it wherever it turns up, and however often.
    package var id: String
    /// The id of the first notice on the same matter.
    package var thread: String
    /// The stable name of the kind, `inbox-unreachable`.
    package var kind: String
    /// What has happened, a few words.
    package var title: String
    /// What to do, a sentence.
    package var advice: String
    package var severity: Severity
    package var firing: [Item]
    package var resolved: [Item]
    /// Nothing in it is new.
    package var isRepeat: Bool
    package var isTest: Bool
    package var at: Date
    /// The office that sends it; may be blank.
    package var office: String
    /// Where to read more; may be blank.
    package var link: String
    /// The zone in which its times are told.
    package var zone: String

    package init(
        id: String, thread: String? = nil, kind: String, title: String, advice: String, severity: Severity,
        firing: [Item] = [], resolved: [Item] = [], isRepeat: Bool = false, isTest: Bool = false, at: Date,
        office: String = "", link: String = "", zone: String = "Asia/Shanghai"
    ) {
        self.id = id
        self.thread = thread ?? id
        self.kind = kind
        self.title = title
        self.advice = advice
        self.severity = severity
        self.firing = firing
        self.resolved = resolved
        self.isRepeat = isRepeat
        self.isTest = isTest
        self.at = at
        self.office = office
        self.link = link
        self.zone = zone
    }
}
