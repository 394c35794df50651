package import Reports

extension Settings {
    /// The roster that the settings name, an empty one where they name none, with the dates of this office.
    package func loadRoster() throws(RosterError) -> Roster {
        let agencies = try roster.path.map { path throws(RosterError) in try RosterFile.load(from: path).agencies }
        var deadlines = deadlines
        if let path = calendar.path { deadlines.calendar = try CalendarFile.load(from: path) }
        return Roster(agencies ?? [], deadlines: deadlines)
    }
}
