import Reports
import Rules

/// What the template of the totals shows.
struct TotalsView {
    /// A finding about the sum itself.
    struct Problem {
        var number: Int
        var message: String
    }

    /// The government's own report beside the sum.
    struct Own {
        var agency: String
        var version: Int
        var verdict: String
        var link: String
        var agrees: Bool
        var differenceCount: Int
        var differences: [Difference]
    }

    struct Difference {
        var place: String
        var stated: String
        var sum: String
    }

    struct Contribution {
        var agency: String
        var link: String
        var numbers: [String]
    }

    struct Left {
        var agency: String
        var version: String
        var reason: String
    }

    let year: Int
    let includedCount: Int
    let leftOutCount: Int
    let problems: [Problem]
    let hasProblems: Bool
    let hasTables: Bool
    /// Each as HTML.
    let tables: [String]
    /// One or none.
    let own: [Own]
    let heads: [String]
    let sums: [String]
    let contributions: [Contribution]
    let hasLeftOut: Bool
    let leftOut: [Left]
    let lacksBodies: Bool

    init(_ totals: Totals) {
        year = totals.year
        includedCount = totals.included.count
        leftOutCount = totals.bodiesLeftOut
        let result = totals.tables
        problems = zip(1..., result.findings).map { Problem(number: $0, message: $1.heading) }
        hasProblems = !problems.isEmpty
        hasTables = !totals.included.isEmpty
        tables = totals.tableViews.map(\.html)
        own = totals.own.map { [Own($0, totals.differences)] } ?? []
        heads = TotalsView.shown.map(\.name)
        sums = TotalsView.numbers(totals.tally)
        contributions = totals.included.map {
            Contribution(
                agency: $0.name, link: StatusAddress.of("\($0.path)/receipt.html"),
                numbers: TotalsView.numbers($0.tally))
        }
        leftOut = totals.leftOut.map {
            Left(agency: $0.agency, version: $0.version.map { "第 \($0) 版" } ?? "—", reason: $0.reason.words)
        }
        hasLeftOut = !leftOut.isEmpty
        lacksBodies = leftOutCount > 0
    }

    /// The cells by which a body's share is seen; the whole of it is in the CSV.
    static let shown: [(name: String, place: Place)] = [
        ("规范性文件制发", .disclosureCell(.normativeDocuments, column: 0)),
        ("规范性文件现行有效", .disclosureCell(.normativeDocuments, column: 2)),
        ("行政许可", .disclosureCell(.licensing, column: 0)),
        ("行政处罚", .disclosureCell(.penalties, column: 0)),
        ("行政强制", .disclosureCell(.coercion, column: 0)),
        ("收费（万元）", .disclosureCell(.fees, column: 0)),
        ("本年新收", .requestsCell(.received, .total)),
        ("上年结转", .requestsCell(.carriedIn, .total)),
        ("办理结果总计", .requestsCell(.total, .total)),
        ("结转下年", .requestsCell(.carriedOut, .total)),
        ("行政复议", .reviewCell(.reconsideration, .total)),
        ("直接起诉", .reviewCell(.litigationDirect, .total)),
        ("复议后起诉", .reviewCell(.litigationAfterReconsideration, .total)),
    ]

    /// The numbers in those cells.
    static func numbers(_ tally: Tally) -> [String] { shown.map { tally[$0.place]?.digits ?? "" } }
}

extension TotalsView.Own {
    fileprivate init(_ own: ReportVersion, _ differences: [Totals.Difference]) {
        self.init(
            agency: own.agency, version: own.version, verdict: own.standing.verdict.name,
            link: StatusAddress.of("\(own.path)/receipt.html"), agrees: differences.isEmpty,
            differenceCount: differences.count,
            differences: differences.map(TotalsView.Difference.init))
    }
}

extension TotalsView.Difference {
    init(_ difference: Totals.Difference) {
        self.init(
            place: difference.at.description, stated: difference.stated.digits, sum: difference.sum.digits)
    }
}

extension Totals {
    /// The summed tables as the form prints them; beside a cell in which the government's own report differs, what that states.
    var tableViews: [TableView] { tables.views(compared: differences) }
}

extension ReportResult {
    /// The tables as the form prints them; beside a cell in which another report differs, what that states.
    func views(compared differences: [Totals.Difference]) -> [TableView] {
        var marks = Marks(findings)
        marks.compare(with: differences)
        return ReceiptView.tables(self, marks)
    }
}
