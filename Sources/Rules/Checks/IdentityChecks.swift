import Reports

/// The body that reports, its year and its period.
enum IdentityChecks {
    static func agency(in report: Report) -> [Hit] {
        guard let agency = report.agency else {
            return [Hit(at: .title, facts: ["found": .text("标题和正文都没有写明报告的机关")])]
        }
        guard let signature = report.signature, !AgencyName(agency).canMean(AgencyName(signature)) else { return [] }
        let found = "标题中的机关为“\(agency)”，落款为“\(signature)”"
        return [Hit(at: .title, excerpt: signature[...], facts: ["found": .text(found)])]
    }

    /// The first reports were on 2008, when the regulation came into force.
    private static let possibleYears = 2008...2099

    static func year(in report: Report) -> [Hit] {
        let title = report.title?.text[...] ?? ""
        guard let year = report.year else {
            return [Hit(at: .title, excerpt: title, facts: ["found": .text("标题、统计期限和正文都没有写明报告的年度")])]
        }
        guard !possibleYears.contains(year) else { return [] }
        return [Hit(at: .title, excerpt: title, facts: ["found": .text("报告的年度写作 \(year) 年，不可能有这一年度的报告")])]
    }

    /// A period that runs into another year is a finding of its own; the title agrees with either end of it.
    static func years(in report: Report) -> [Hit] {
        guard let title = report.title, let year = title.year, let period = report.period,
            ![period.first.year, period.last.year].contains(year)
        else { return [] }
        return [
            Hit(
                at: .title, excerpt: Excerpt.lines([title.text, period.excerpt]),
                facts: ["title": .number(year), "period": .number(period.last.year)])
        ]
    }

    static func period(in report: Report) -> [Hit] {
        guard let period = report.period else { return [] }
        let year = period.first.year
        let whole = (
            first: Period.Day(year: year, month: 1, day: 1), last: Period.Day(year: year, month: 12, day: 31)
        )
        guard period.first != whole.first || period.last != whole.last else { return [] }
        let found = "\(period.first.text)至\(period.last.text)"
        return [Hit(at: .period, excerpt: period.excerpt[...], facts: ["found": .text(found)])]
    }
}
