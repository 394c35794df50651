import Office

/// A kind of status file. The raw value is its name, below its folder.
package enum Page: Sendable, Hashable {
    /// How the totals of a year are written. The raw value is the extension.
    package enum Table: String, CaseIterable, Sendable {
        case json, csv, html, xlsx
    }

    /// How the register is written. The raw value is the extension.
    package enum List: String, CaseIterable, Sendable {
        case csv, xlsx
    }

    case result
    case receipt
    case status
    case metrics
    case overview
    case register(List)
    case alerts
    case totals(year: Int, Table)
    /// 核销单, which the office fills in.
    case waivers
    /// 核销结果, what came of what it has filled in.
    case deskResults
    /// The years of all agencies side by side.
    case years
    /// The years of an agency.
    case agencyYears(String)

    /// Whether it is an `.xlsx`.
    package var isWorkbook: Bool { rawValue.hasSuffix(".xlsx") }

    /// Whether it is about one agency.
    package var isOfAgency: Bool { if case .agencyYears = self { true } else { false } }

    /// Whether it shows how all reports stand now.
    private var isOverall: Bool { [.overview, .status, .metrics].contains(self) }

    /// Pages about all reports in an order in which those that show the same follow each other.
    package static func inOrder(_ one: Page, _ other: Page) -> Bool {
        (one.isOverall ? 0 : 1, one.rawValue) < (other.isOverall ? 0 : 1, other.rawValue)
    }

    /// The pages about all reports that also change as time passes.
    package static let timed: [Page] = [.overview, .status, .alerts, .metrics]
    /// The pages about all reports.
    package static let general = timed + List.allCases.map(Page.register) + [.waivers, .years]
    /// All pages that are there once.
    package static let single = general + [.deskResults]
}

extension Page: RawRepresentable {
    package var rawValue: String {
        switch self {
        case .result: "result.json"
        case .receipt: "receipt.html"
        case .status: "status.json"
        case .metrics: "nianbao.prom"
        case .overview: "index.html"
        case .register(let list): "register.\(list.rawValue)"
        case .alerts: "alerts.json"
        case .waivers: "核销单.xlsx"
        case .deskResults: "核销结果.html"
        case .totals(let year, let table): "totals-\(year).\(table.rawValue)"
        case .years: "years.html"
        case .agencyYears(let agency): Filing.yearsPage(of: agency)
        }
    }

    package init?(rawValue: String) {
        guard
            let page = ([.result, .receipt] + Page.single).first(where: { $0.rawValue == rawValue })
                ?? Page(totals: rawValue) ?? Filing.agency(ofYearsPage: rawValue).map(Page.agencyYears)
        else { return nil }
        self = page
    }

    private init?(totals name: String) {
        let parts = name.split(separator: ".").map(String.init)
        guard let stem = parts.first, let table = parts.last.flatMap(Table.init),
            let year = Int(stem.dropFirst("totals-".count)),
            case let page = Page.totals(year: year, table), page.rawValue == name
        else { return nil }
        self = page
    }
}
