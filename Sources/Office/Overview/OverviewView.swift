import Foundation

/// What the overview's template shows.
struct OverviewView {
    struct Alert {
        var message: String
        var since: String
    }

    struct Receiving {
        var name: String
        var since: String
    }

    /// So many bodies of all years a browser shows at once without a wait; of older years there are numbers.
    private static let mostLines = 10_000

    let generated: String
    let validUntil: String
    /// The same for the script.
    let validUntilStamp: String
    let record: Int
    let years: [YearView]
    let alerts: [Alert]
    let receiving: [Receiving]
    let isEmpty: Bool
    let hasRoster: Bool
    let hasTabs: Bool
    let hasYears: Bool
    let hasAlerts: Bool
    let alertCount: Int
    let hasReceiving: Bool
    let receivingCount: Int

    init(_ overview: Overview, _ zone: TimeZone) {
        generated = overview.generatedAt.said(in: zone)
        validUntil = overview.validUntil.said(in: zone)
        validUntilStamp = overview.validUntil.stamp(in: zone)
        record = overview.ledgerRecord
        let current = overview.currentYear(in: zone)
        let standings = overview.standings(in: zone)
        let shown = standings.firstIndex { $0.year == current } ?? 0
        var room = Self.mostLines
        years = standings.enumerated().map { index, standing in
            room -= standing.lines.count + standing.others.count
            return YearView(
                standing, number: index + 1, isShown: index == shown, listsAll: index <= shown || room >= 0,
                at: overview.generatedAt, in: zone)
        }
        alerts = overview.alerts.map { Alert(message: $0.message, since: $0.since.said(in: zone)) }
        receiving = overview.receiving.map { Receiving(name: $0.name, since: $0.since.said(in: zone)) }
        isEmpty = overview.reports.isEmpty
        hasRoster = !overview.expected.isEmpty
        hasTabs = years.count > 1
        hasYears = !years.isEmpty
        hasAlerts = !alerts.isEmpty
        alertCount = alerts.count
        hasReceiving = !receiving.isEmpty
        receivingCount = receiving.count
    }
}
