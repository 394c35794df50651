package import Foundation
package import Ledger
package import Reports
package import SystemPackage

/// The pages of all offices. Not for several threads at once.
package final class Site {
    package let folder: FilePath
    package let validFor: Duration
    private let ledger: Ledger

    package init(folder: FilePath, ledger: Ledger, validFor: Duration) {
        (self.folder, self.ledger, self.validFor) = (folder, ledger, validFor)
    }

    /// Writes the pages of the offices that have changed, or of all, of the levels above them, and the first page.
    package func publish(_ changed: Set<String>?, roster: OfficeRoster, at date: Date) throws {}

    /// Writes the register and the sums.
    package func publishSums(roster: OfficeRoster, at date: Date) throws {}
}
