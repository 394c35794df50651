package import Foundation
package import Reports

extension TimeZone {
    /// The time of all of China; it knows no summer time.
    package static let china = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
}

extension Calendar {
    /// The calendar of offices, in a zone.
    package static func office(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}

extension Deadlines {
    /// The zone whose days these are. The settings let in only zones that exist.
    package var timeZone: TimeZone { TimeZone(identifier: zone) ?? .china }
}

extension Period.Day {
    /// The day of a moment in a zone.
    package init(_ date: Date, in zone: TimeZone) {
        let parts = Calendar.office(in: zone).dateComponents([.year, .month, .day], from: date)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// The moment of the day at so many minutes after midnight; `nil` where the zone's clocks skip it.
    package func moment(minutes: Int, in zone: TimeZone) -> Date? {
        let parts = DateComponents(year: year, month: month, day: day, hour: minutes / 60, minute: minutes % 60)
        return Calendar.office(in: zone).date(from: parts)
    }
}

extension Date {
    /// The moment for programs, `2025-01-20T09:30:00+08:00`.
    package func stamp(in zone: TimeZone) -> String {
        formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// The moment for people, 2025年1月20日 09:30.
    package func said(in zone: TimeZone) -> String { "\(Period.Day(self, in: zone).words) \(clock(in: zone))" }

    /// The moment for tables, 2025-01-20 09:30: all of one width.
    func brief(in zone: TimeZone) -> String {
        "\(Period.Day(self, in: zone).stamp) \(clock(in: zone))"
    }

    private func clock(in zone: TimeZone) -> String {
        let parts = Calendar.office(in: zone).dateComponents([.hour, .minute], from: self)
        return "\(twoDigits(parts.hour)):\(twoDigits(parts.minute))"
    }

    private func twoDigits(_ number: Int?) -> String { String(String((number ?? 0) + 100).dropFirst()) }
}
