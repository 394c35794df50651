package import Foundation
import Linux
package import SystemPackage

/// A file in the status folder that the daemon writes anew each minute, for those who watch it from outside.
package struct Heartbeat: Sendable, Equatable {
    /// Its name in the status folder.
    package static let fileName = "heartbeat"
    /// Older than this, it is not that of a daemon that lives.
    package static let allowance: TimeInterval = 5 * 60

    /// The second line of a daemon that was told to end.
    private static let end = "stopped"

    package var at: Date
    /// The daemon has ended as it was told to.
    package var isLast: Bool

    package init(at date: Date, isLast: Bool = false) {
        at = date
        self.isLast = isLast
    }

    /// That of a status folder; `nil` where there is none.
    package init?(in folder: FilePath) {
        let bytes = try? Descriptor(reading: folder.appending(Self.fileName)).read(limit: 100)
        let lines = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n")
        guard let date = lines.first.flatMap({ try? Date(String($0), strategy: .iso8601) }) else { return nil }
        self.init(at: date, isLast: lines.dropFirst().first ?? "" == Self.end)
    }

    /// Whether the daemon lives at a moment. A sign from the future is that of another clock.
    package func isAlive(at date: Date) -> Bool { abs(date.timeIntervalSince(at)) <= Self.allowance }

    /// What the file holds.
    package func text(in zone: TimeZone) -> String {
        at.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone)) + "\n"
            + (isLast ? Self.end + "\n" : "")
    }
}
