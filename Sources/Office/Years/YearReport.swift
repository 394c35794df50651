import Reports
package import Rules

/// The current report of a body for a year, as far as years are compared.
package struct YearReport: Sendable, Equatable {
    package var agency: String
    /// The name under which it is filed, where its body has another one by now.
    package var formerName: String?
    package var year: Int
    package var version: Int
    package var verdict: Verdict
    /// The cells in which no number stands.
    package var gaps: Int
    package var measures: Measures
    /// The names under which its body has filed reports for the year that do not count beside this one.
    package var uncountedNames: [String] = []

    package init(agency: String, year: Int, version: Int, verdict: Verdict, gaps: Int, measures: Measures) {
        self.agency = agency
        self.year = year
        self.version = version
        self.verdict = verdict
        self.gaps = gaps
        self.measures = measures
    }

    /// A version, read whole; `nil` for one of no year.
    package init?(_ version: ReportVersion) {
        guard let year = Int(version.year) else { return nil }
        let tally = version.result.tally
        self.init(
            agency: version.agency, year: year, version: version.version, verdict: version.standing.verdict,
            gaps: tally.gaps.count, measures: Measures(tally))
    }

    /// Why it does not count; `nil` where it does. What the totals leave out is left out here.
    package var leftOut: LeftOut.Reason? {
        // Fees can have more digits than are counted.
        LeftOut.Reason(
            agency, verdict, isRead: gaps < Tally.places.count, gaps: gaps == 0 && !measures.isWhole ? 1 : gaps)
    }

    /// Its numbers, where they count.
    var counted: Measures? { leftOut == nil ? measures : nil }

    /// The same, where they can be compared with those of other years: they are all that its body has handed in.
    var comparable: Measures? { uncountedNames.isEmpty ? counted : nil }

    /// The name under which it is filed.
    var filedName: String { formerName ?? agency }

    /// The reports of its body beside it, which do not count.
    var uncounted: [LeftOut] {
        uncountedNames.map { LeftOut(agency: $0, version: nil, reason: .replaced(by: filedName)) }
    }

    /// The address of its receipt, relative to the status folder.
    var receipt: String {
        StatusAddress.of(
            "\(Filing.path(year: String(year), agency: filedName, version: version))/receipt.html")
    }
}
