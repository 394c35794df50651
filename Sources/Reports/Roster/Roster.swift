/// The bodies that an office expects reports from, and by when.
package struct Roster: Sendable, Equatable {
    package let agencies: [Agency]
    package let deadlines: Deadlines

    package init(_ agencies: [Agency] = [], deadlines: Deadlines = Deadlines()) {
        self.agencies = agencies
        self.deadlines = deadlines
    }

    /// The body whose report sums up those of all the others, if the office has one.
    package var summingUp: Agency? { agencies.first(where: \.sumsUp) }

    /// The agency that a name means; `nil` where there is none, or more than one that it could be.
    ///
    /// A name that is exactly one of an agency's names decides before one that is only like it.
    package func agency(named name: String) -> Agency? {
        let wanted = AgencyName(name)
        let exact = agencies.filter { $0.names.contains { AgencyName($0) == wanted } }
        if !exact.isEmpty { return exact.count == 1 ? exact[0] : nil }
        let alike = agencies.filter { $0.names.contains { AgencyName($0).canMean(wanted) } }
        return alike.count == 1 ? alike[0] : nil
    }

    /// The agency whose folder in the inbox has a name.
    package func agency(inFolder folder: String) -> Agency? {
        agencies.first { $0.folder == folder } ?? agency(named: folder)
    }
}
