package import Reports

/// The day a report came in and the last day on which it was in time.
package struct Timing: Sendable, Equatable {
    package var day: Period.Day
    package var deadline: Period.Day

    package init(day: Period.Day, deadline: Period.Day) {
        self.day = day
        self.deadline = deadline
    }

    /// Whether it came after its last day.
    package var isLate: Bool { (day.year, day.month, day.day) > (deadline.year, deadline.month, deadline.day) }
}
