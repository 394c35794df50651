/// Something that is wrong and that a person must see to, for as long as it lasts.
package struct Alert: Sendable, Hashable {
    /// What can be wrong. The raw value is the `kind` that programs see. `traits` says all else of it.
    package enum Kind: String, CaseIterable, Sendable {
        case inboxUnreachable = "inbox-unreachable"
        case inboxReplaced = "inbox-replaced"
        case folderUnreadable = "folder-unreadable"
        case fileUnreadable = "file-unreadable"
        case fileRefused = "file-refused"
        case fileVanished = "file-vanished"
        case judgingFailed = "judging-failed"
        case fileReceiving = "file-receiving"
        case fileLeftBehind = "file-left-behind"
        case folderFull = "folder-full"
        case stateShort = "state-short"
        case ledgerGone = "ledger-gone"
        case resourcesShort = "resources-short"
        case archiveUnwritable = "archive-unwritable"
        case archiveLost = "archive-lost"
        case statusUnwritable = "status-unwritable"
        case returnsUnwritable = "returns-unwritable"
        case returnsRefused = "returns-refused"
        case itemSetAside = "item-set-aside"
        case deskUnusable = "desk-unusable"
        case diskLow = "disk-low"
        case journalBehind = "journal-behind"
        case workerFailed = "worker-failed"
        case clockJump = "clock-jump"
        case channelFailing = "channel-failing"
        case officeChain = "office-chain"
        case officeUnknown = "office-unknown"
        case officeSilent = "office-silent"
        case officeClock = "office-clock"
        case officeUnreadable = "office-unreadable"
        case secrecyMarking = "secrecy-marking"
        case folderMismatch = "folder-mismatch"
        case reportReturned = "report-returned"
        case reportUnreadable = "report-unreadable"
        case reportReminder = "report-reminder"
        case reportDue = "report-due"
        case reportOverdue = "report-overdue"

        /// While one of these lasts, the inbox says nothing on who has not handed in.
        package static let distrustInbox: Set<Kind> = [.inboxUnreachable, .inboxReplaced, .resourcesShort]
    }

    package var kind: Kind
    package var about: AlertSubject
    /// What happened and what to do, in Chinese.
    package var message: String

    /// What it is about, in words.
    package var subject: String { about.text }

    package init(_ kind: Kind, about subject: AlertSubject, _ message: String) {
        self.kind = kind
        about = subject
        self.message = message
    }

    /// An alert about what a text names.
    package init(_ kind: Kind, _ subject: String, _ message: String) {
        self.init(kind, about: AlertSubject(kind, text: subject), message)
    }
}
