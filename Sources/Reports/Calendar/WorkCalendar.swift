/// On which days an office works: from Monday to Friday, but for the days off and the days made up for that it has listed.
package struct WorkCalendar: Sendable, Equatable {
    /// The days that are not what their weekday says, with whether they are worked.
    package let exceptions: [Period.Day: Bool]

    package init(exceptions: [Period.Day: Bool] = [:]) {
        self.exceptions = exceptions
    }

    /// Whether the office works on a day.
    package func isWorkday(_ day: Period.Day) -> Bool { exceptions[day] ?? !day.isWeekend }

    /// The day itself where it is worked, else the next one that is.
    package func workday(from day: Period.Day) -> Period.Day { nearest(to: day, by: 1) }

    /// The day itself where it is worked, else the last one before it that is.
    package func workday(until day: Period.Day) -> Period.Day { nearest(to: day, by: -1) }

    /// No list of days off is a year long: where one is, the day itself has to do.
    private func nearest(to day: Period.Day, by step: Int) -> Period.Day {
        (0..<366).lazy.map { day.adding(days: $0 * step) }.first(where: isWorkday) ?? day
    }
}
