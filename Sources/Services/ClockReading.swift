package import Foundation

/// Now, on both clocks: one that nobody sets, to measure by, and one that people read.
package struct ClockReading: Sendable {
    package var uptime: ContinuousClock.Instant
    package var date: Date

    package init(uptime: ContinuousClock.Instant, date: Date) {
        self.uptime = uptime
        self.date = date
    }

    package static var now: ClockReading { ClockReading(uptime: .now, date: Date()) }
}
