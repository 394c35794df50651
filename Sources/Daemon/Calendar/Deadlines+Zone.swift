package import Foundation
import Office
package import Reports

extension Deadlines {
    /// The zone whose days these are. The settings let in only zones that exist.
    package var timeZone: TimeZone { TimeZone(identifier: zone) ?? .china }
}

extension Period.Day {
    /// The day of a moment in a zone.
    package init(_ date: Date, in zone: TimeZone) {
        let parts = Calendar.gregorian(in: zone).dateComponents([.year, .month, .day], from: date)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// The moment of the day at so many minutes after midnight; `nil` where the zone's clocks skip it.
    package func moment(minutes: Int, in zone: TimeZone) -> Date? {
        let parts = DateComponents(year: year, month: month, day: day, hour: minutes / 60, minute: minutes % 60)
        return Calendar.gregorian(in: zone).date(from: parts)
    }
}

extension Calendar {
    /// The calendar of days and weeks, whatever that of the machine is.
    static func gregorian(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}
