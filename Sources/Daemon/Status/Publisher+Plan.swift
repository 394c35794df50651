import Linux
package import Office
package import Reports
import Rules
package import Settings
package import SystemPackage

extension Publisher {
    /// How the publisher works, as an office has set it.
    package struct Plan: Sendable {
        package var roster: Roster
        package var validFor: Duration
        package var letter: Letter
        /// The folder of the office, where it has one.
        package var desk: FilePath?

        /// The pages about all reports are written anew before they are `validFor` old, also when nothing has changed.
        package init(roster: Roster = Roster(), validFor: Duration, letter: Letter = Letter()) {
            self.roster = roster
            self.validFor = validFor
            self.letter = letter
        }

        package init(_ configuration: Configuration) {
            self.init(
                roster: configuration.roster, validFor: configuration.settings.status.validFor,
                letter: configuration.settings.letter)
            desk = configuration.settings.desk.folder
        }

        /// A hash of all that the pages about all reports show beside what the ledger holds, but for the time.
        func basis() throws -> String {
            let bodies = roster.agencies.map { agency in
                [agency.name, agency.group, agency.sumsUp ? "sums up" : "", agency.deadline.map { "\($0)" } ?? ""]
                    + agency.otherNames
            }
            let dates = roster.deadlines
            let ownDates = dates.groups.map { "\($0.key) \($0.value)" }.sorted()
            let days = dates.calendar.exceptions.map { "\($0.key) \($0.value)" }.sorted()
            let basis = try JSON.line(
                [
                    [Program.version, Rulebook.edition, "\(validFor)", desk?.string ?? ""],
                    ["\(dates.everybody)", "\(dates.grace)", "\(dates.movesToWorkday)", dates.zone], ownDates, days,
                ] + bodies)
            return SHA256.digits(of: Array(basis.utf8))
        }
    }
}
