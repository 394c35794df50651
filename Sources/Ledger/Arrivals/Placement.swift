import Linux
import Office
package import Reports
import Rules

/// Whose report is whose, by a roster.
package struct Placement: Sendable {
    private let roster: Roster
    private let mindsFolders: Bool

    /// Where folders are not minded, one body may hand in for another.
    package init(_ roster: Roster, mindsFolders: Bool = true) {
        self.roster = roster
        self.mindsFolders = mindsFolders
    }

    var hasBodies: Bool { !roster.agencies.isEmpty }

    /// A hash of all by which it says whose a report is.
    func basis() throws -> String {
        let bodies = roster.agencies.map { [$0.name, $0.folder ?? ""] + $0.otherNames }
        let basis = try JSON.line([[Program.version, Rulebook.edition, "\(mindsFolders)"]] + bodies)
        return SHA256.digits(of: Array(basis.utf8))
    }

    /// Whose a report is.
    package struct Place: Sendable, Equatable {
        /// The body that reports.
        package let agency: Agency?
        /// The body in whose folder it lies, where that is another one.
        package let owner: Agency?
    }

    /// Whose a report is that names a body, perhaps by other names as well; where it names none, the folder in which it lies says that.
    package func place(of name: String?, or others: [String] = [], in folder: String?) -> Place {
        guard let name else { return Place(agency: folder.flatMap(roster.agency(inFolder:)), owner: nil) }
        let agency = roster.agency(named: name, or: others)
        return Place(agency: agency, owner: owner(of: folder, against: name, of: agency))
    }

    private func owner(of folder: String?, against name: String, of agency: Agency?) -> Agency? {
        guard mindsFolders, let owner = folder.flatMap(roster.agency(inFolder:)), owner != agency else { return nil }
        // A name that is on no roster is a finding of its own, as long as it can't be taken for another body's.
        let filed = Filing(year: 0, agency: name).agency
        let isTaken = roster.agencies.contains { Filing(year: 0, agency: $0.name).agency == filed }
        return agency != nil || isTaken ? owner : nil
    }
}
