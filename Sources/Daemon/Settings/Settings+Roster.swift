package import Reports

extension Settings {
    /// The roster that the settings name; `nil` where the office keeps none.
    package func loadRoster() throws(RosterError) -> Roster? {
        guard let path = roster.path else { return nil }
        return try RosterFile.load(from: path)
    }
}
