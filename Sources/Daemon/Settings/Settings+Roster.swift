package import Reports

extension Settings {
    /// The roster that the settings name; an empty one where they name none.
    package func loadRoster() throws(RosterError) -> Roster {
        guard let path = roster.path else { return Roster() }
        return try RosterFile.load(from: path)
    }
}
