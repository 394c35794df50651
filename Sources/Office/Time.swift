package import Foundation

extension TimeZone {
    /// The time of all of China; it knows no summer time.
    package static let china = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
}

extension Date {
    /// The moment for programs, `2025-01-20T09:30:00+08:00`.
    package func stamp(in zone: TimeZone) -> String {
        formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// The moment for people, 2025年1月20日 09:30.
    func said(in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: self)
        let clock = [parts.hour, parts.minute].map { String(($0 ?? 0) + 100).dropFirst() }.joined(separator: ":")
        return "\(parts.year ?? 0)年\(parts.month ?? 0)月\(parts.day ?? 0)日 \(clock)"
    }
}
