package import Foundation
import Reports
import Rules

/// The overview of all offices: a page that needs nothing but itself and works from a shared folder.
package enum ProvincePage {
    /// The page. Times are those of `zone`.
    package static func html(for province: Province, in zone: TimeZone = .china) -> String {
        Pages.render(ProvinceView(province, zone), with: "province")
    }
}

/// The page of an office: its own bodies, and the offices below it. It changes only with what it shows.
package enum OfficePage {
    /// The page. `bodies` are those of the office itself; `nil` where the province has no such office.
    package static func html(
        of office: String, in province: Province, bodies: [OfficeBody], zone: TimeZone = .china
    ) -> String? {
        province[office].map { Pages.render(OfficeView($0, office, province, bodies, zone), with: "office") }
    }
}

/// Something that is wrong, as templates want it.
struct TroubleView {
    var words: String
    var since: String
    /// The office with its page, one or none.
    var offices: [OfficeLink]
    /// What can be called, one or none.
    var commands: [String]

    init(_ trouble: OfficeTrouble, in province: Province? = nil, _ zone: TimeZone) {
        words = trouble.words
        since = trouble.since.said(in: zone)
        offices =
            province?[trouble.about].map { _ in
                [OfficeLink(name: trouble.about, address: StatusAddress.of(OfficeAddress.page(of: trouble.about)))]
            } ?? []
        commands = trouble.command.map { [$0] } ?? []
    }
}

/// What the template of the overview shows.
struct ProvinceView {
    /// More than so many troubles are counted, not told: when nothing has come yet, each office has one.
    private static let mostTroubles = 200

    let generated: String
    let validUntil: String
    let validUntilStamp: String
    let hasTroubles: Bool
    let troubleCount: Int
    let troubles: [TroubleView]
    let hasHidden: Bool
    let hidden: Int
    let isEmpty: Bool
    let hasYears: Bool
    let hasTabs: Bool
    let years: [ProvinceYearView]
    let sending: Int
    let heard: Int
    let hasRoster: Bool
    let trends: [TrendView]
    let heads: [OfficeLink]

    init(_ province: Province, _ zone: TimeZone) {
        generated = province.generatedAt.said(in: zone)
        validUntil = province.validUntil.said(in: zone)
        validUntilStamp = province.validUntil.stamp(in: zone)
        troubleCount = province.troubles.count
        hasTroubles = troubleCount > 0
        troubles = province.troubles.prefix(Self.mostTroubles).map { TroubleView($0, in: province, zone) }
        hidden = troubleCount - troubles.count
        hasHidden = hidden > 0
        let names = province.whole.yearNames
        let shown = names.firstIndex(of: province.currentYear(in: zone)) ?? 0
        years = names.enumerated().map { index, year in
            ProvinceYearView(
                year, of: nil, in: province, number: index + 1, isShown: index == shown, from: "", zone)
        }
        isEmpty = names.isEmpty
        hasYears = !isEmpty
        hasTabs = years.count > 1
        (sending, heard) = (province.whole.sending, province.whole.heard)
        hasRoster = province.isListed
        trends = TrendView(province.whole).map { [$0] } ?? []
        heads =
            province.head.map { [OfficeLink(name: $0, address: StatusAddress.of(OfficeAddress.page(of: $0)))] } ?? []
    }
}

/// What the template of an office shows.
struct OfficeView {
    struct Entry {
        var name: String
        var text: String
    }

    let name: String
    let path: [OfficeLink]
    let entries: [Entry]
    let hasTroubles: Bool
    let troubleCount: Int
    let troubles: [TroubleView]
    let isSilent: Bool
    let isEmpty: Bool
    let hasYears: Bool
    let hasTabs: Bool
    let years: [ProvinceYearView]

    init(_ level: Province.Level, _ name: String, _ province: Province, _ bodies: [OfficeBody], _ zone: TimeZone) {
        self.name = name
        path = OfficeLink.path(to: name, in: province.roster, OfficeAddress.page)
        entries =
            level.own.map { own in
                [
                    Entry(name: "最后一条记录", text: "第 \(own.record) 条"),
                    Entry(name: "记录时间", text: own.recordedAt.map { "\($0.said(in: zone))（按该办公室的时钟）" } ?? "—"),
                    Entry(name: "台账", text: own.ledger), Entry(name: "证书", text: own.source),
                ]
            } ?? []
        troubles = province.troubles(of: name).map { TroubleView($0, zone) }
        troubleCount = troubles.count
        hasTroubles = !troubles.isEmpty
        let names = level.yearNames
        let current = province.currentYear(in: zone)
        let shown = names.firstIndex(of: current) ?? 0
        years = names.enumerated().map { index, year in
            ProvinceYearView(
                year, of: name, in: province, bodies: bodies, number: index + 1, isShown: index == shown, from: "../",
                zone)
        }
        isSilent = level.heard == 0
        isEmpty = names.isEmpty && !isSilent
        hasYears = !names.isEmpty
        hasTabs = years.count > 1
    }
}

/// The years of all offices beside each other.
struct TrendView {
    struct Row {
        var year: Int
        var numbers: [Number]
    }

    struct Number {
        var name: String
        var text: String
    }

    private typealias Figures = (year: Int, figures: OfficeYear)

    private static let mostYears = 10

    let heads: [String]
    let rows: [Row]
    let charts: [ChartView]

    /// `nil` where there are no two years to be put beside each other.
    init?(_ level: Province.Level) {
        let all: [Figures] = level.years.values.compactMap { figures in Int(figures.year).map { ($0, figures) } }
        let years = Array(all.sorted { $0.year < $1.year }.suffix(Self.mostYears))
        guard years.count > 1 else { return nil }
        heads = OfficeRow.heads
        rows = years.map { year in
            let numbers = OfficeRow(name: "", year: year.figures).numbers
            return Row(year: year.year, numbers: zip(OfficeRow.heads, numbers).map { Number(name: $0, text: $1) })
        }
        charts = [
            Self.chart(
                "submitted", "报送情况", "个", .bars, years,
                [("已报", { $0.submitted }), ("逾期未报送", { $0.overdue }), ("未报送", { $0.missing })]),
            Self.chart(
                "verdicts", "校核结论", "份", .bars, years,
                Verdict.allCases.map { verdict in (verdict.shortName, { $0.verdicts[verdict] ?? 0 }) }),
            Self.chart(
                "shares", "报送率和合格率", "%", .lines, years,
                [
                    ("报送率", { Self.share($0.submitted, of: $0.expected) }),
                    ("合格率", { Self.share($0.accepted, of: $0.received) }),
                ]),
        ].map(ChartView.init)
    }

    private static func chart(
        _ id: String, _ title: String, _ unit: String, _ form: Chart.Form, _ years: [Figures],
        _ series: [(name: String, value: (OfficeYear) -> Int?)]
    ) -> Chart {
        Chart(
            id: id, title: title, unit: unit, form: form, years: years.map(\.year),
            series: series.map { series in
                let values = years.map { series.value($0.figures) }
                return .init(
                    name: series.name, values: values.map { $0.map(Double.init) },
                    digits: values.map { $0.map { String($0) } })
            })
    }

    private static func share(_ part: Int, of whole: Int) -> Int? { whole == 0 ? nil : part * 100 / whole }
}

extension OfficeYear {
    /// The reports that are accepted, with warnings too.
    fileprivate var accepted: Int { (verdicts[.accepted] ?? 0) + (verdicts[.acceptedWithWarnings] ?? 0) }
}
