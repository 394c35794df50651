package import Alerts
package import Linux
import Reports
package import SystemPackage

/// How people hear of what is wrong.
package struct AlertSettings: Sendable, Equatable {
    /// What the office calls itself in messages.
    package var office = ""
    /// Where the overview can be opened; blank where messages name no place.
    package var link = ""
    /// When on a workday people are reminded, in minutes after midnight.
    package var remindAt = 9 * 60 + 10
    /// With less free space than this the disk is low.
    package var diskFree = 500_000_000
    /// With fewer free inodes than this the disk is low.
    package var inodesFree = 10_000
    /// A journal entry that waits longer than this means that the journal is behind.
    package var journalLag = Duration.seconds(15 * 60)

    package init() {}

    /// Whether what is left of a disk is less than the office wants to be told of.
    package func isLow(_ system: FileSystem) -> Bool {
        system.freeBytes < diskFree || (system.freeFiles ?? .max) < inodesFree
    }
}

/// The days off and the days made up for.
package struct CalendarSettings: Sendable, Equatable {
    /// The file; `nil` where weekdays are all there is.
    package var path: FilePath?
}

extension Settings {
    /// How notices are made, and which channels they go to.
    package var notices: Notices {
        var notices = Notices()
        notices.channels = channels
        notices.office = alerts.office
        notices.link = alerts.link
        notices.zone = deadlines.zone
        return notices
    }
}
