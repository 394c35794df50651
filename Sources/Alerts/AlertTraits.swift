package import Channels
package import Linux

/// What is to be known of a kind of alert.
package struct AlertTraits: Sendable {
    /// What an alert names as its subject.
    package enum Subject: String, Sendable {
        /// A file of the inbox: its name may be a person's, and never leaves the house.
        case file = "文件"
        /// A folder, a disk, a channel.
        case place = "位置"
        /// An agency, with the year of its report.
        case agency = "单位和年度"
    }

    /// When people are told.
    package enum Cadence: Sendable, Equatable {
        /// Soon, and never again.
        case once
        /// Soon, and again after so many hours while it lasts.
        case every(hours: Int)
        /// On the next morning of a workday, and never again.
        case onAMorning
        /// On each morning of a workday while it lasts.
        case mornings
    }

    /// What has happened, a few words.
    package var title: String
    /// What to do, a sentence.
    package var advice: String
    /// That it is over, where `@` stands for the subject.
    package var over: String
    package var severity: Notice.Severity
    package var priority: JournalPriority
    package var subject: Subject
    package var cadence: Cadence
    /// Whether people are told, too, that it is over.
    package var tellsEnd: Bool
    /// How many seconds it must last before it is one.
    package var wait: Int
    /// Whether it is in the journal; not where the journal has been told of the same thing already.
    package var isJournalled: Bool

    package init(
        _ title: String, _ advice: String, over: String, _ severity: Notice.Severity, _ priority: JournalPriority,
        about subject: Subject = .place, _ cadence: Cadence = .every(hours: 4), tellsEnd: Bool = true, wait: Int = 0,
        isJournalled: Bool = true
    ) {
        self.title = title
        self.advice = advice
        self.over = over
        self.severity = severity
        self.priority = priority
        self.subject = subject
        self.cadence = cadence
        self.tellsEnd = tellsEnd
        self.wait = wait
        self.isJournalled = isJournalled
    }

    /// Whether many are merged, and one that comes and goes is held. What is said of agencies follows from reports and dates, which
    /// do not flap, and has to be true at each moment.
    package var isDamped: Bool { subject != .agency }

    /// Whether it stands on the overview. What agencies owe does so anyway, in their rows.
    package var isOnOverview: Bool { subject != .agency || severity == .critical }
}

extension Alert.Kind {
    package var priority: JournalPriority { traits.priority }

    /// The kinds during which nothing is known of this one, so that nobody is told of it.
    package var heldBackBy: Set<Alert.Kind> {
        switch self {
        case .reportReminder, .reportDue, .reportOverdue:
            Self.distrustInbox.union([.archiveUnwritable, .stateShort, .workerFailed, .clockJump])
        default: []
        }
    }
}
