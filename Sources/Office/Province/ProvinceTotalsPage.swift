import Reports
import Rules

/// The tables of a year as a page in the style of the totals: of one level in full, of those directly below the main numbers, with a link to
/// the page of each. So no page grows with the number of all offices.
package enum ProvinceTotalsPage {
    /// The page of all offices together, `totals-2024.html`.
    package static func html(for totals: ProvinceTotals) -> String { html(totals.top, isTop: true, totals) }

    /// The page of an office and all below it, `totals-2024/某县.html`.
    package static func html(of level: ProvinceTotals.Level, in totals: ProvinceTotals) -> String {
        html(level, isTop: false, totals)
    }

    private static func html(_ level: ProvinceTotals.Level, isTop: Bool, _ totals: ProvinceTotals) -> String {
        Pages.render(ProvinceTotalsView(level, isTop: isTop, totals), with: "province-totals")
    }
}

/// What the template of these tables shows.
struct ProvinceTotalsView {
    /// The government's own report beside the sum.
    struct Own {
        var name: String
        var agrees: Bool
        var differenceCount: Int
        var differences: [TotalsView.Difference]
    }

    struct Part {
        var name: String
        /// The address of its page, one or none.
        var links: [String]
        var note: String
        var numbers: [String]
    }

    let year: Int
    let name: String
    let isTop: Bool
    let top: String
    let path: [OfficeLink]
    /// Its page, one or none.
    let pages: [String]
    let officeCount: Int
    let isOfMany: Bool
    let countedCount: Int
    let hasLeftOut: Bool
    let leftOutCount: Int
    let hasSilent: Bool
    let silentCount: Int
    let problems: [TotalsView.Problem]
    let hasProblems: Bool
    let hasTables: Bool
    /// Each as HTML.
    let tables: [String]
    let own: [Own]
    let heads: [String]
    let hasParts: Bool
    let parts: [Part]
    let sums: [String]

    init(_ level: ProvinceTotals.Level, isTop: Bool, _ totals: ProvinceTotals) {
        let (year, roster) = (totals.year, totals.roster)
        let top = isTop ? "" : "../"
        let address = { (office: String) in StatusAddress.of(OfficeAddress.totals(year, of: office) + ".html") }
        self.year = year
        (self.isTop, self.top) = (isTop, top)
        name = level.office ?? "全部办公室"
        path =
            isTop
            ? [] : OfficeLink.path(to: level.office ?? "", in: roster) { OfficeAddress.totals(year, of: $0) + ".html" }
        pages = level.office.map { [top + StatusAddress.of(OfficeAddress.page(of: $0))] } ?? []
        officeCount = level.offices
        isOfMany = level.offices > 1
        countedCount = level.counted
        (hasLeftOut, leftOutCount) = (level.leftOut > 0, level.leftOut)
        (hasSilent, silentCount) = (level.silent > 0, level.silent)
        let result = level.tally.tables(level.broken)
        problems = zip(1..., result.findings).map { TotalsView.Problem(number: $0, message: $1.heading) }
        hasProblems = !problems.isEmpty
        hasTables = level.counted > 0
        let differences = level.differences
        tables = hasTables ? result.views(compared: differences).map(\.html) : []
        own = level.own.map { _ in [Own(level, differences)] } ?? []
        heads = TotalsView.shown.map(\.name)
        let below = totals.levels(below: level)
        let direct = below.isEmpty ? nil : level.direct.map(Part.init)
        parts = [direct].compactMap(\.self) + below.map { Part($0, link: top + address($0.office ?? "")) }
        hasParts = !below.isEmpty
        sums = TotalsView.numbers(level.tally)
    }
}

extension ProvinceTotalsView.Own {
    fileprivate init(_ level: ProvinceTotals.Level, _ differences: [Totals.Difference]) {
        self.init(
            name: level.office ?? "", agrees: differences.isEmpty, differenceCount: differences.count,
            differences: differences.map(TotalsView.Difference.init))
    }
}

extension ProvinceTotalsView.Part {
    /// The bodies of the level itself.
    fileprivate init(_ sum: OfficeSum) {
        self.init(
            name: "本级各单位", links: [], note: Self.note(sum.counted, sum.leftOut), numbers: TotalsView.numbers(sum.tally))
    }

    fileprivate init(_ level: ProvinceTotals.Level, link: String) {
        let differences = level.differences.count
        let silent = level.silent > 0 ? "，\(level.silent) 个办公室没有数" : ""
        let compared = level.own == nil ? "" : differences == 0 ? "；与本级报告一致" : "；与本级报告不同 \(differences) 格"
        self.init(
            name: level.office ?? "", links: [link],
            note: Self.note(level.counted, level.leftOut) + silent + compared, numbers: TotalsView.numbers(level.tally))
    }

    private static func note(_ counted: Int, _ leftOut: Int) -> String {
        "计入 \(counted) 份" + (leftOut > 0 ? "，未计入 \(leftOut) 个" : "")
    }
}
