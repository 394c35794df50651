import Daemon
import Foundation
import Office
import Reports

/// Times as a person types them.
enum LocalTime {
    /// `2027-01-29T16:30`, `2027-01-29 16:30`; a day alone means its end.
    static func read(_ text: String, in zone: TimeZone) -> Date? {
        let parts = text.split { $0 == "T" || $0 == " " }
        let date = parts.first?.split(separator: "-").map { Int($0) } ?? []
        guard date.count == 3, let year = date[0], let month = date[1], let number = date[2],
            (2000...2999).contains(year), parts.count <= 2
        else { return nil }
        let day = Period.Day(year: year, month: month, day: number)
        guard Period.Day(ordinal: day.ordinal) == day else { return nil }
        guard parts.count == 2 else { return day.adding(days: 1).moment(minutes: 0, in: zone)?.addingTimeInterval(-1) }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return day.moment(minutes: hour * 60 + minute, in: zone)
    }
}
