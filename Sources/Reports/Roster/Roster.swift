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
    package func agency(named name: String) -> Agency? { agency(named: name, or: []) }

    /// As `agency(named:)`, of a body that goes by other names as well, in a signature perhaps. Of these only one that is exactly
    /// an agency's counts: what is like a short name may be another body's.
    package func agency(named name: String, or others: [String]) -> Agency? {
        let wanted = AgencyName(name)
        let same = [wanted] + others.map { AgencyName($0) }.filter { $0 != wanted && $0.canMean(wanted) }
        for name in same {
            let exact = agencies.filter { $0.names.contains { AgencyName($0) == name } }
            if !exact.isEmpty { return exact.count == 1 ? exact[0] : nil }
        }
        let alike = agencies.filter { $0.names.contains { AgencyName($0).canMean(wanted) } }
        return alike.count == 1 ? alike[0] : nil
    }

    /// The agency whose folder in the inbox has a name.
    package func agency(inFolder folder: String) -> Agency? {
        let name = Folding.compact(folder)
        return agencies.first { $0.folder == folder }
            ?? agencies.first { $0.folder.map { Folding.compact($0) == name } ?? false } ?? agency(named: folder)
    }
}
