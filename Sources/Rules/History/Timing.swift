package import Reports

/// The day a report came in and the last day on which it was in time.
package struct Timing: Sendable, Equatable {
    package var day: Period.Day
    package var deadline: Deadline

    package init(day: Period.Day, deadline: Deadline) {
        self.day = day
        self.deadline = deadline
    }

    /// The timing of the report for a year that came on a day; `nil` where nobody has asked for it.
    package init?(of day: Period.Day, for year: Int, by deadline: Deadline, atWorkSince began: Period.Day?) {
        guard deadline.isAsked(for: year, on: day, atWorkSince: began) else { return nil }
        self.init(day: day, deadline: deadline)
    }

    /// Whether it came after its last day, and after the days of grace.
    package var isLate: Bool { day > deadline.lastDay }
}
