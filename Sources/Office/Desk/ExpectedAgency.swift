package import Foundation
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
    /// The last day for its report, in the year after the one reported on.
    package var due: MonthDay

    /// A body of the roster, whose reports are filed under a name.
    package init(_ agency: Agency, filedAs: String) {
        name = agency.name
        self.filedAs = filedAs
        otherNames = agency.otherNames
        group = agency.group
        contact = agency.contact
        sumsUp = agency.sumsUp
        // The one place where the desk decides on a date.
        due = agency.deadline ?? .byLaw
    }

    /// The first moment that is too late for the report on a year: the midnight that ends the last day.
    package func deadline(for year: Int, in zone: TimeZone = .china) -> Date {
        let midnight = DateComponents(year: year + 1, month: due.month, day: due.day + 1)
        return Calendar.office(in: zone).date(from: midnight) ?? .distantFuture
    }
}
