/// The years of a body, or of all bodies together, side by side.
///
/// Only what the totals count is compared. A year without that is a gap, and never a zero.
package struct YearComparison: Sendable, Equatable {
    /// A year.
    package struct Column: Sendable, Equatable {
        package let year: Int
        /// The numbers, where any count.
        package fileprivate(set) var measures: Measures?
        /// How many bodies they are the sum of.
        package fileprivate(set) var bodies = 0
        /// The reports that do not count, with why: of a body one at most; of a body without a report `missing`.
        package fileprivate(set) var leftOut: [LeftOut] = []
        /// The same bodies in the year before and in this one, where any count in both.
        package fileprivate(set) var basis: Basis?
        /// The report of a body, where one has come.
        package fileprivate(set) var report: YearReport?
    }

    /// What a year is compared by with the one before: the bodies that count in both.
    package struct Basis: Sendable, Equatable {
        package let bodies: Int
        package let before: Measures
        package let now: Measures
    }

    /// More years than this do not fit a page.
    package static let most = 10

    /// The body; `nil` for all together.
    package let agency: String?
    /// The years, the first first.
    package let columns: [Column]

    /// The years of a body, from its first to its last. `reports` are its current ones.
    package init(of agency: String, reports: [YearReport]) {
        let byYear = Dictionary(reports.filter { $0.agency == agency }.map { ($0.year, $0) }) { first, _ in first }
        let years = Self.window(byYear.keys, counting: byYear.values.filter { $0.leftOut == nil }.map(\.year))
        self.agency = agency
        columns = years.map { year in
            var column = Column(year: year)
            column.report = byYear[year]
            column.measures = byYear[year]?.counted
            column.bodies = column.measures == nil ? 0 : 1
            let reason = byYear[year].map(\.leftOut) ?? .missing
            column.leftOut = reason.map { [LeftOut(agency: agency, version: byYear[year]?.version, reason: $0)] } ?? []
            if let now = byYear[year]?.comparable, let before = byYear[year - 1]?.comparable {
                column.basis = Basis(bodies: 1, before: before, now: now)
            }
            return column
        }
    }

    /// The years of all bodies together. The report of the body that sums up is that sum itself, and does not count.
    package init(ofAll reports: [YearReport], summingUp: String? = nil) {
        let others = reports.filter { $0.agency != summingUp }
        let byYear = Dictionary(grouping: others, by: \.year)
        let years = Self.window(byYear.keys, counting: others.filter { $0.leftOut == nil }.map(\.year))
        agency = nil
        var before: [String: Measures] = [:]
        columns = years.map { year in
            let reports = byYear[year] ?? []
            let (counted, comparable) = (
                Self.measures(\.counted, of: reports), Self.measures(\.comparable, of: reports)
            )
            var column = Column(year: year)
            column.measures = Measures.sum(counted.values)
            column.bodies = counted.count
            let uncounted = reports.flatMap(\.uncounted)
            column.leftOut =
                (uncounted
                + reports.compactMap { report in
                    report.leftOut.map { LeftOut(agency: report.agency, version: report.version, reason: $0) }
                }).sorted { $0.agency < $1.agency }
            let both = comparable.keys.filter { before[$0] != nil }
            if let then = Measures.sum(both.lazy.compactMap { before[$0] }),
                let now = Measures.sum(both.lazy.compactMap { comparable[$0] })
            {
                column.basis = Basis(bodies: both.count, before: then, now: now)
            }
            before = comparable
            return column
        }
    }

    /// Numbers of reports by body.
    private static func measures(_ which: (YearReport) -> Measures?, of reports: [YearReport]) -> [String: Measures] {
        let measures = reports.compactMap { report in which(report).map { (report.agency, $0) } }
        return Dictionary(measures) { first, _ in first }
    }

    /// The years that are shown, in order and without a gap, also those on which nothing has come: as many as fit, up to the one after the
    /// last that counts. A year that somebody has misspelt moves no other out of sight.
    private static func window(_ years: some Sequence<Int>, counting: [Int]) -> [Int] {
        let years = years.sorted()
        guard let end = counting.max().map({ $0 + 1 }) ?? years.last else { return [] }
        let last = years.last { $0 <= end } ?? end
        guard let first = years.first(where: { $0 <= last && $0 > last - most }) else { return [] }
        return Array(first...last)
    }
}
