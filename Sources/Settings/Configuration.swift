package import Reports

/// What the daemon works by: the settings and the lists that they name.
package struct Configuration: Sendable {
    package var settings: Settings
    package var roster: Roster
    /// The offices whose records are collected.
    package var offices: OfficeRoster

    package init(settings: Settings, roster: Roster = Roster(), offices: OfficeRoster = OfficeRoster()) {
        (self.settings, self.roster, self.offices) = (settings, roster, offices)
    }

    /// Why new settings can't be put in force, in Chinese.
    package struct Refusal: Error, Sendable, Hashable {
        package let description: String

        package init(_ description: String) {
            self.description = description
        }
    }

    /// The places that are held by open files and watches, and the readers that have loaded: to change one of these takes a restart.
    package func refusal(of next: Configuration) -> Refusal? {
        let held: [(SettingKey, Bool)] = [
            (.officeName, settings.office.name == next.settings.office.name),
            (.inboxPath, settings.inbox.path == next.settings.inbox.path),
            (.deskFolder, settings.desk.folder == next.settings.desk.folder),
            (.statePath, settings.state.path == next.settings.state.path),
            (.statusPath, settings.status.path == next.settings.status.path),
            (.journals, settings.collect.journals == next.settings.collect.journals),
            (.readers, settings.inbox.readers == next.settings.inbox.readers),
        ]
        let changed = held.filter { !$0.1 }.map(\.0.name)
        guard !changed.isEmpty else { return nil }
        return Refusal("\(changed.joined(separator: "、")) 的改动要重启服务才能生效（systemctl restart nianbao）。")
    }
}
