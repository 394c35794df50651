package import Reports

/// A body of the roster, as the desk waits for its reports.
package struct ExpectedAgency: Sendable, Equatable {
    /// The name in the roster.
    package var name: String
    /// The name under which its reports are filed.
    package var filedAs: String
    package var otherNames: [String]
    package var group: String
    package var contact: String
    /// Whether its report is the sum of all the others.
    package var sumsUp: Bool
    private let agency: Agency
    private let deadlines: Deadlines

    /// A body of the roster, whose reports are filed under a name.
    package init(_ agency: Agency, filedAs: String, deadlines: Deadlines = Deadlines()) {
        name = agency.name
        self.filedAs = filedAs
        otherNames = agency.otherNames
        group = agency.group
        contact = agency.contact
        sumsUp = agency.sumsUp
        self.agency = agency
        self.deadlines = deadlines
    }

    /// The last day for its report on a year.
    package func deadline(for year: Int) -> Deadline { deadlines.submit(of: agency, for: year) }
}

extension Roster {
    /// The bodies as the desk waits for them, under the names by which their reports are filed.
    package var expected: [ExpectedAgency] {
        agencies.map {
            ExpectedAgency($0, filedAs: Filing(year: 0, agency: $0.name).agency, deadlines: deadlines)
        }
    }
}
