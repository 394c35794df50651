package import Channels
package import Office
package import ReaderInterface
package import Reports
package import Rules
package import SystemPackage

/// What an office may set. A new value holds the defaults; `SettingKey.all` says how each is written in the file.
package struct Settings: Sendable, Equatable {
    package var office = OfficeSettings()
    package var inbox = InboxSettings()
    package var desk = DeskSettings()
    package var state = StateSettings()
    package var retention = RetentionSettings()
    package var status = StatusSettings()
    package var returns = ReturnsSettings()
    package var limits = Limits()
    package var roster = RosterSettings()
    package var letter = Letter()
    package var thresholds = Thresholds()
    /// How much each rule weighs.
    package var policy = Policy()
    /// By when reports are due. The calendar in it is empty: it is a file of its own.
    package var deadlines = Deadlines()
    package var calendar = CalendarSettings()
    package var alerts = AlertSettings()
    package var collect = CollectSettings()
    /// The ways by which alerts leave the house, by the names that the office gives them.
    package var channels: [String: Channel] = [:]

    package init() {}
}

/// The office that the reports are handed in to.
package struct OfficeSettings: Sendable, Equatable {
    /// By which a higher office knows whose records are sent to it; empty where they are sent to none.
    package var name = ""
}

/// The folder that is watched.
package struct InboxSettings: Sendable, Equatable {
    package var path: FilePath = "/srv/nianbao/inbox"
    /// How long a file has to stay unchanged before it counts as whole.
    package var settle: Duration = .seconds(2)
    /// How often the folder is looked through without any hint.
    package var scanInterval: Duration = .seconds(30)
    /// How long an empty file is waited for before it is judged as it is.
    package var patience: Duration = .seconds(30 * 60)
    /// Patterns of names to pass over, besides the temporary files that are always passed over.
    package var ignore: [String] = []
    /// How much is taken in of a bureau's folder within a day.
    package var quota = FolderQuota()
    /// How many files are read at a time; 0 stands for as many as there are cores.
    package var readers = 0
}

/// The folder of the office.
package struct DeskSettings: Sendable, Equatable {
    /// The folder; `nil` where the office uses none.
    package var folder: FilePath?
}

/// How many files, and bytes, are taken in of a folder within a day. A bureau hands in one report and some corrections.
package struct FolderQuota: Sendable, Equatable {
    package var files = 1_000
    package var bytes = 2_000_000_000

    package init() {}

    package init(files: Int, bytes: Int) {
        self.files = files
        self.bytes = bytes
    }
}

/// The folder of the ledger and the archive.
package struct StateSettings: Sendable, Equatable {
    package var path: FilePath = "/var/lib/nianbao"
}

/// How long is kept what `nianbao prune` may remove. The current versions, and every result, are kept for good.
package struct RetentionSettings: Sendable, Equatable {
    /// The years for which the file of a version stays that a newer one has superseded: the shortest time for which records of public bodies are
    /// kept in China is ten years (国家档案局令第 8 号).
    package var copyYears = 10
    /// The years for which alerts that are over, notices that were delivered and the records of both stay: as long as anybody may ask
    /// what happened in a year that is being reviewed.
    package var historyYears = 3
}

/// The list of bodies that are to report.
package struct RosterSettings: Sendable, Equatable {
    /// The file; `nil` where the office keeps no roster.
    package var path: FilePath?
}

/// The folder of what offices read.
package struct StatusSettings: Sendable, Equatable {
    package var path: FilePath = "/srv/nianbao/status"
    /// How long a page describes the present; a page older than this shows that the daemon is gone.
    package var validFor: Duration = .seconds(10 * 60)
}

/// What other offices' machines send here.
package struct CollectSettings: Sendable, Equatable {
    /// Where `systemd-journal-remote` writes the journals that it is sent.
    package var journals: FilePath = "/var/log/journal/remote"
    /// The list of the offices; `nil` where none are expected.
    package var offices: FilePath?
    /// How long nothing may come from an office's machine.
    package var silence: Duration = .seconds(26 * 3_600)
    /// How far an office's clock may be off.
    package var clockTolerance: Duration = .seconds(5 * 60)
    /// How long a record may be missing while later ones are there: what a journal drops is sent again.
    package var patience: Duration = .seconds(10 * 60)
    /// How often the journals are looked through without any hint.
    package var scanInterval: Duration = .seconds(30)
}

/// The folder in which each body sees its own results.
package struct ReturnsSettings: Sendable, Equatable {
    /// `nil` where they see nothing.
    package var folder: FilePath?
}
