package import Reports
package import Rules

/// 汇总表: the official tables of a year summed over the bodies that report to the office.
///
/// Only current reports that are accepted count, with warnings too. The government's own report, which is that sum itself, does not;
/// it is compared with it.
package struct Totals: Sendable, Equatable {
    /// A report that is in the sum.
    package struct Contribution: Sendable, Equatable {
        package var agency: String
        package var version: Int
        /// A person has written down its numbers.
        package var isEntered = false
        /// The folder of its files below the status folder.
        package var path: String
        package var tally: Tally
    }

    /// A cell in which the government's own report states another number than the sum.
    package struct Difference: Sendable, Equatable {
        package var at: Place
        package var stated: ExactDecimal
        package var sum: ExactDecimal
    }

    package let year: Int
    /// The sum, cell by cell; empty where no report counts yet.
    package let tally: Tally
    /// The reports in the sum, by name.
    package let included: [Contribution]
    /// The bodies whose numbers are not in the sum, by name.
    package let leftOut: [LeftOut]
    /// How many bodies these are. One that has reported under a former name as well stands there for that, too.
    package var bodiesLeftOut: Int {
        leftOut.count { if case .replaced = $0.reason { false } else { true } }
    }
    /// The current report of the body that sums up, if it has come.
    package let own: ReportVersion?

    /// Sums the current versions of a year, which `source` hands over one by one: of each only its numbers are kept. `expected` are the
    /// bodies of the roster under the names by which versions are filed; `summingUp` is the one among them whose report is the sum. `names`
    /// tells which bodies have several names, and `replaced` under which of them a report does not count, each with the one that does.
    package init(
        year: Int, expected: [String] = [], summingUp: String? = nil, names: FiledNames = FiledNames(),
        replaced: [String: String] = [:], from source: ((ReportVersion) -> Void) throws -> Void
    ) rethrows {
        var (included, leftOut): ([Contribution], [LeftOut]) = ([], [])
        var (own, came): (ReportVersion?, Set<String>) = (nil, [])
        try source { version in
            if let later = replaced[version.agency] {
                leftOut.append(
                    LeftOut(agency: version.agency, version: version.version, reason: .replaced(by: later)))
                return
            }
            var version = version
            version.agency = names.body(version.agency)
            came.insert(version.agency)
            guard version.agency != summingUp else {
                own = version
                return
            }
            let tally = version.result.tally
            if let reason = LeftOut.Reason(version.agency, version.standing, gaps: tally.gaps) {
                leftOut.append(LeftOut(agency: version.agency, version: version.version, reason: reason))
            } else {
                included.append(
                    Contribution(
                        agency: version.agency, version: version.version, isEntered: version.result.isEntered,
                        path: version.path, tally: tally))
            }
        }
        leftOut += expected.filter { $0 != summingUp && !came.contains($0) }
            .map { LeftOut(agency: $0, version: nil, reason: .missing) }
        self.year = year
        self.own = own
        self.included = included.sorted { $0.agency < $1.agency }
        self.leftOut = leftOut.sorted { $0.agency < $1.agency }
        tally = included.reduce(into: Tally()) { $0 += $1.tally }
    }

    /// Sums the current versions of a year that are at hand.
    package init(year: Int, versions: [ReportVersion], expected: [String] = [], summingUp: String? = nil) {
        self.init(year: year, expected: expected, summingUp: summingUp) { versions.forEach($0) }
    }

    /// The identities of the form that the sum does not keep: none, while every report in it keeps them.
    package var broken: [Finding] { included.isEmpty ? [] : Rulebook.identities(in: tally.report) }

    /// Where the government's own report and the sum differ, in the order of the form.
    package var differences: [Difference] {
        own.map { Self.differences(of: $0.result.tally, from: tally) } ?? []
    }

    /// The cells in which a report states another number than a sum.
    static func differences(of stated: Tally, from sum: Tally) -> [Difference] {
        Tally.places.compactMap { place in
            guard let stated = stated[place], let sum = sum[place], stated != sum else { return nil }
            return Difference(at: place, stated: stated, sum: sum)
        }
    }

    /// What the government's own report is judged by.
    package var aggregate: Aggregate {
        Aggregate(tally: tally, reports: included.count, leftOut: leftOut.filter { !$0.isReplaced }.map(\.agency))
    }
}

extension Totals.Contribution {
    /// The body, and that its numbers were written down by a person.
    var name: String { isEntered ? "\(agency)（人工录入）" : agency }
}
