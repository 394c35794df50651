// What the program asks of ICU, in zones that change their clocks and zones that do not: icu-data.sh compares what it prints with and without
// the data that are left out.

import Foundation

func line(_ date: Date, in zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .weekday], from: date)
    let form: Date.FormatString = """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
        """
    let verbatim = Date.VerbatimFormatStyle(
        format: form, locale: Locale(identifier: "en_US_POSIX"), timeZone: zone, calendar: calendar)
    let machine = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone)
    return "\(parts) \(zone.secondsFromGMT(for: date)) \(date.formatted(verbatim)) \(date.formatted(machine))"
}

for identifier in TimeZone.knownTimeZoneIdentifiers + ["PRC", "Etc/GMT+3", "nowhere"] {
    guard let zone = TimeZone(identifier: identifier) else {
        print(identifier, "is no zone")
        continue
    }
    for second in stride(from: -3e9, to: 5e9, by: 77.7e6) {
        print(identifier, line(Date(timeIntervalSince1970: second), in: zone))
    }
}
print(TimeZone.current.identifier, Locale.current.identifier)
print(CocoaError(.fileNoSuchFile).localizedDescription, String(format: "%.2f %5d", 3.14159, 42))
print(1_234_567.89.formatted(), "b10".compare("b9", options: .numeric).rawValue)
print("\u{65}\u{301}".precomposedStringWithCanonicalMapping.unicodeScalars.count)
print("Hello".range(of: "hELL", options: .caseInsensitive) != nil)
print(["ä", "z", "a"].sorted { $0.localizedCompare($1) == .orderedAscending })
print(URL(string: "https://中文.example/路径?a=b")?.absoluteString ?? "no URL")
