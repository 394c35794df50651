package import Foundation
package import Reports

extension Overview {
    /// How things stand for each year, the newest first and reports of no known year last. The year whose reports are due is among
    /// them where there is a roster, also before any has come.
    package func standings(in zone: TimeZone = .china) -> [YearStanding] {
        let due = expected.isEmpty ? [] : [String(dueYear(in: zone))]
        let byYear = Dictionary(grouping: reports, by: \.year)
        return Set(byYear.keys).union(due)
            .sorted { (Int($0) ?? 0, $0) > (Int($1) ?? 0, $1) }
            .map {
                standing(of: $0, byYear[$0] ?? [], in: zone)
            }
    }

    /// How things stand for a year of which nothing need have come.
    package func standing(of year: String, in zone: TimeZone = .china) -> YearStanding {
        standing(of: year, reports, in: zone)
    }

    private func standing(of year: String, _ reports: [ReportSummary], in zone: TimeZone) -> YearStanding {
        YearStanding(
            year: year, expected: expected, reports: reports, at: generatedAt, atWorkSince: began, in: zone)
    }

    /// The year that a person who opens the overview wants to see: in the season, until the governments' reports are out at the end
    /// of March, the one that is due; otherwise that one if anything has come for it, else the newest with reports.
    package func currentYear(in zone: TimeZone = .china) -> String {
        let years = Set(reports.compactMap { Int($0.year) })
        return Self.currentYear(of: years, isAwaited: !expected.isEmpty, on: Period.Day(generatedAt, in: zone))
    }

    /// The same where no more is known than the years of which there are reports, and whether any are awaited.
    static func currentYear(of years: Set<Int>, isAwaited: Bool, on today: Period.Day) -> String {
        let due = dueYear(on: today)
        if isAwaited && today.month <= 3 || years.contains(due) { return String(due) }
        // A year that is still to come, nobody reports on: whoever says so shall not take the place of all others.
        return String(years.filter { $0 <= today.year }.max() ?? due)
    }

    private func dueYear(in zone: TimeZone) -> Int { Self.dueYear(on: Period.Day(generatedAt, in: zone)) }

    /// The year whose reports are handed in now: the one before.
    package static func dueYear(on today: Period.Day) -> Int { today.year - 1 }
}
