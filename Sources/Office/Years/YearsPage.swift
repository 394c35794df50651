/// The years side by side as pages in the style of the totals; they print on A4 and need nothing but themselves.
package enum YearsPage {
    /// The page of all bodies: the sum, the rules that were broken most in the last year, and each body with a link to its own page.
    package static func html(for years: Years) -> String {
        Pages.render(YearsView(years.all, bodies: years.bodies, ranking: years.ranking), with: "years")
    }

    /// The page of a body.
    package static func html(for comparison: YearComparison) -> String {
        Pages.render(YearsView(comparison), with: "years")
    }
}

/// All that there is to say of the years of all bodies.
package struct Years: Sendable, Equatable {
    /// The sums.
    package let all: YearComparison
    /// Each body that has reported, by name.
    package let bodies: [YearComparison]
    /// The rules that were broken most in the last of the years; `nil` where there is none.
    package let ranking: RuleRanking?

    /// `reports` are the current ones of all bodies.
    package init(_ reports: [YearReport], summingUp: String? = nil, ranking: (Int) throws -> RuleRanking?) rethrows {
        all = YearComparison(ofAll: reports, summingUp: summingUp)
        bodies = Dictionary(grouping: reports, by: \.agency).map { YearComparison(of: $0.key, reports: $0.value) }
            .sorted { ($0.agency ?? "") < ($1.agency ?? "") }
        self.ranking = try all.columns.last.flatMap { try ranking($0.year) }
    }
}
