package import Reports

/// What the reports of all other bodies add up to, for the report that states their sum.
package struct Aggregate: Sendable, Equatable {
    package var tally: Tally
    /// How many reports are in the sum.
    package var reports: Int
    /// The bodies whose numbers are not in it.
    package var leftOut: [String]

    package init(tally: Tally, reports: Int, leftOut: [String] = []) {
        self.tally = tally
        self.reports = reports
        self.leftOut = leftOut
    }
}
