package import Foundation

extension TimeZone {
    /// The time of all of China; it knows no summer time.
    package static let china = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
}

extension Calendar {
    /// The calendar of offices, in a zone.
    static func office(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}

extension Date {
    /// The moment for programs, `2025-01-20T09:30:00+08:00`.
    package func stamp(in zone: TimeZone) -> String {
        formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// The moment for people, 2025年1月20日 09:30.
    func said(in zone: TimeZone) -> String { "\(day(in: zone)) \(clock(in: zone))" }

    /// The day for people, 2025年1月20日.
    func day(in zone: TimeZone) -> String {
        let parts = Calendar.office(in: zone).dateComponents([.year, .month, .day], from: self)
        return "\(parts.year ?? 0)年\(parts.month ?? 0)月\(parts.day ?? 0)日"
    }

    /// The moment for tables, 2025-01-20 09:30: all of one width.
    func brief(in zone: TimeZone) -> String {
        let parts = Calendar.office(in: zone).dateComponents([.year, .month, .day], from: self)
        return "\(parts.year ?? 0)-\(twoDigits(parts.month))-\(twoDigits(parts.day)) \(clock(in: zone))"
    }

    /// How many midnights lie between a moment and this one; negative for the past.
    func days(since date: Date, in zone: TimeZone) -> Int {
        let calendar = Calendar.office(in: zone)
        let (from, to) = (calendar.startOfDay(for: date), calendar.startOfDay(for: self))
        return calendar.dateComponents([.day], from: from, to: to).day ?? 0
    }

    private func clock(in zone: TimeZone) -> String {
        let parts = Calendar.office(in: zone).dateComponents([.hour, .minute], from: self)
        return "\(twoDigits(parts.hour)):\(twoDigits(parts.minute))"
    }

    private func twoDigits(_ number: Int?) -> String { String(String((number ?? 0) + 100).dropFirst()) }
}
