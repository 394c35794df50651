import Foundation
import Rules

/// What the overview's template shows.
struct OverviewView {
    /// A verdict and how many reports have it.
    struct Share {
        var verdict: String
        var sign: String
        var name: String
        var count: Int
    }

    struct Alert {
        var message: String
        var since: String
    }

    struct Receiving {
        var name: String
        var since: String
    }

    /// A line of the table: an agency's current version.
    struct Report {
        var agency: String
        var verdict: String
        var sign: String
        var verdictName: String
        var version: Int
        var received: String
        /// How many findings there are; a dash where nothing was checked.
        var errors: String
        var warnings: String
        var link: String
    }

    struct Year {
        var heading: String
        var anchor: String
        /// The page with the tables of the year summed; `nil` where there is no year to sum.
        var totals: String?
        var total: Int
        var shares: [Share]
        var reports: [Report]
    }

    let generated: String
    let validUntil: String
    let record: Int
    let years: [Year]
    let alerts: [Alert]
    let receiving: [Receiving]
    let isEmpty: Bool
    let hasTabs: Bool
    let hasAlerts: Bool
    let alertCount: Int
    let hasReceiving: Bool
    let receivingCount: Int

    init(_ overview: Overview, _ zone: TimeZone) {
        generated = overview.generatedAt.said(in: zone)
        validUntil = overview.validUntil.said(in: zone)
        record = overview.ledgerRecord
        years = overview.byYear.enumerated().map { index, group in
            Year(
                heading: Int(group.year).map { "\($0) 年度" } ?? group.year, anchor: "year-\(index + 1)",
                totals: Int(group.year).map { "totals-\($0).html" }, total: group.versions.count,
                shares: OverviewView.shares(group.versions), reports: group.versions.map { Report($0, zone) })
        }
        alerts = overview.alerts.map {
            Alert(message: $0.message, since: $0.since.said(in: zone))
        }
        receiving = overview.receiving.map { Receiving(name: $0.name, since: $0.since.said(in: zone)) }
        isEmpty = overview.versions.isEmpty
        hasTabs = years.count > 1
        hasAlerts = !alerts.isEmpty
        alertCount = alerts.count
        hasReceiving = !receiving.isEmpty
        receivingCount = receiving.count
    }

    private static func shares(_ versions: [ReportVersion]) -> [Share] {
        Verdict.allCases.compactMap { verdict in
            let count = versions.count { $0.result.verdict == verdict }
            guard count > 0 else { return nil }
            return Share(verdict: verdict.rawValue, sign: verdict.sign, name: verdict.name, count: count)
        }
    }
}

extension OverviewView.Report {
    fileprivate init(_ version: ReportVersion, _ zone: TimeZone) {
        let result = version.result
        let isChecked = ![.unreadable, .failed].contains(result.verdict)
        func count(of severity: Severity) -> String { isChecked ? String(result.count(of: severity)) : "—" }
        self.init(
            agency: version.agency, verdict: result.verdict.rawValue, sign: result.verdict.sign,
            verdictName: result.verdict.name, version: version.version, received: version.receivedAt.said(in: zone),
            errors: count(of: .error), warnings: count(of: .warning),
            link: OverviewView.address(of: "\(version.path)/receipt.html"))
    }
}

extension OverviewView {
    /// A path below the status folder as a relative address, every character that is not plain in one escaped.
    static func address(of path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .plainInAddress) ?? path
    }
}

extension CharacterSet {
    fileprivate static let plainInAddress = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
}
