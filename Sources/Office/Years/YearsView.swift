import Reports
import Rules

/// What the template of the years shows, of a body or of all.
struct YearsView {
    struct Rate {
        var name: String
        var meaning: String
    }

    struct Receipt {
        var year: Int
        var version: Int
        var link: String
    }

    /// Reports of a year that do not count for the same reason.
    struct Gap {
        var year: Int
        var reason: String
        var count: Int
        var names: String
    }

    /// So many bodies are named of those that do not count for a reason.
    private static let mostNames = 30
    /// More years than these do not fit a page that stands upright.
    private static let mostUpright = 5

    let title: String
    let heading: String
    let isOfAll: Bool
    let isWide: Bool
    let hasYears: Bool
    let basis: String
    /// As HTML.
    let table: String
    let hasChanges: Bool
    let rates: [Rate]
    let hasNumbers: Bool
    let charts: [ChartView]
    let hasReceipts: Bool
    let receipts: [Receipt]
    let hasGaps: Bool
    let gaps: [Gap]
    let rankings: [RankingView]
    let hasBodies: Bool
    let measure: String
    let years: [Int]
    /// Each as HTML.
    let bodies: [String]

    init(_ comparison: YearComparison, bodies: [YearComparison] = [], ranking: RuleRanking? = nil) {
        let columns = comparison.columns
        isOfAll = comparison.agency == nil
        heading = comparison.agency.map { "\($0)历年对比" } ?? "历年对比"
        title = "\(comparison.agency ?? "各单位")政府信息公开工作年度报告历年对比"
        isWide = columns.count > Self.mostUpright
        hasYears = !columns.isEmpty
        basis = Self.basis(comparison)
        table = YearTable(comparison: comparison).table.html
        hasChanges = columns.contains { $0.basis != nil }
        rates = YearRate.allCases.map { Rate(name: $0.name, meaning: $0.meaning) }
        hasNumbers = columns.contains { $0.measures != nil }
        charts = hasNumbers ? YearCharts(comparison: comparison).charts.map(ChartView.init) : []
        receipts = columns.compactMap(\.report).map {
            Receipt(year: $0.year, version: $0.version, link: $0.receipt)
        }
        hasReceipts = !receipts.isEmpty
        gaps = isOfAll ? columns.flatMap(Self.gaps) : []
        hasGaps = !gaps.isEmpty
        rankings = ranking.map { [RankingView($0)] } ?? []
        measure = Measure.received.name
        years = columns.map(\.year)
        self.bodies = bodies.map { $0.row(of: .received, years: columns.map(\.year)) }
        hasBodies = !bodies.isEmpty
    }

    private static func basis(_ comparison: YearComparison) -> String {
        guard comparison.agency == nil else {
            return "本页把本单位各年度校核合格的报告并列在一起。\(comparison.uncounted.map { "\($0)。" }.joined())"
        }
        let counts = comparison.columns.map { "\($0.year) 年度 \($0.bodies) 个单位" }.joined(separator: "，")
        return "本页把各年度校核合格的报告的合计并列在一起：\(counts)。各年度计入的单位不一定相同，“较上年”的增减只比较两年都有合格报告的单位。"
    }

    private static func gaps(of column: YearComparison.Column) -> [Gap] {
        let byReason = Dictionary(grouping: column.leftOut) { $0.reason.group }
        return byReason.sorted { $0.key < $1.key }.map { group, all in
            let names = all.prefix(mostNames).map(\.agency).joined(separator: "、")
            return Gap(
                year: column.year, reason: group, count: all.count, names: names + (all.count > mostNames ? "等" : ""))
        }
    }
}

extension LeftOut.Reason {
    /// The reason, alike for all reports that have it.
    fileprivate var group: String {
        if case .gaps = self { "有的格不是数字" } else { words }
    }

    /// The reason in the space of a number.
    fileprivate var brief: String {
        switch self {
        case .returned: "退回修改"
        case .unreadable: "无法校核"
        case .failed: "系统故障"
        case .noNumbers: "没有数据"
        case .gaps: "有空格"
        case .misplaced: "放错位置"
        case .replaced: "另有报送"
        case .missing: YearTable.gap
        }
    }
}

extension YearComparison {
    /// What a body has handed in under several names for one year, a sentence a year without its end mark.
    var uncounted: [String] {
        columns.compactMap(\.report).filter { !$0.uncountedNames.isEmpty }.map { report in
            let names = report.uncountedNames.joined(separator: "”“")
            return "\(report.year) 年度另有以“\(names)”的名称报送的，没有计入，这一年不与别的年度比较"
        }
    }

    /// A line of the list of bodies: a measure in each of the years. There are thousands of them in a large county, too many to be looked
    /// up from a template.
    fileprivate func row(of measure: Measure, years: [Int]) -> String {
        let agency = agency ?? ""
        let columns = Dictionary(self.columns.map { ($0.year, $0) }) { first, _ in first }
        let cells = years.map { year in
            if let digits = columns[year]?.measures?[measure]?.digits { return "<td>\(digits)</td>" }
            return "<td class=\"absent\">\((columns[year]?.leftOut.first?.reason ?? .missing).brief)</td>"
        }
        let link = StatusAddress.of(Filing.yearsPage(of: agency)).escapedForHTML
        return "<tr><th scope=\"row\"><a href=\"\(link)\">\(agency.escapedForHTML)</a></th>\(cells.joined())</tr>"
    }
}

/// What the template shows of a ranking of rules.
struct RankingView {
    struct Line {
        var rank: Int
        var finds: String
        var severity: String
        var first: Int
        var firstShare: Int
        var current: Int
        var currentShare: Int
        /// One or none.
        var waived: [Int]
        var places: String
    }

    struct Group {
        var number: Int
        var name: String
        var reports: Int
        var hasLines: Bool
        var lines: [Line]
    }

    let year: Int
    let groups: [Group]

    init(_ ranking: RuleRanking) {
        year = ranking.year
        groups = zip(1..., ranking.groups).map { number, group in
            let lines = zip(1..., group.lines).map { rank, line in
                Line(
                    rank: rank, finds: line.finds, severity: line.severity, first: line.first,
                    firstShare: group.percent(line.first), current: line.current,
                    currentShare: group.percent(line.current), waived: line.waived > 0 ? [line.waived] : [],
                    places: line.shownPlaces)
            }
            return Group(
                number: number, name: group.name ?? RuleRanking.all, reports: group.reports, hasLines: !lines.isEmpty,
                lines: lines)
        }
    }
}

extension RuleRanking {
    /// What all bodies together are called.
    static let all = "全部单位"
}

extension RuleRanking.Line {
    /// The places with how many reports each, 表三“（七）总计”行（12 份）.
    var shownPlaces: String { places.map { "\($0.place)（\($0.reports) 份）" }.joined(separator: "、") }
}
