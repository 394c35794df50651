/// The last day for something.
package struct Deadline: Sendable, Hashable {
    /// The day that the law or the office names.
    package var named: Period.Day
    /// The last day in time: the named one, or the workday after it where the office has it so.
    package var day: Period.Day
    /// The last day that is not called late: the days of grace are over then.
    package var lastDay: Period.Day

    package init(_ day: Period.Day, named: Period.Day? = nil, grace: Int = 0) {
        self.named = named ?? day
        self.day = day
        lastDay = grace == 0 ? day : day.adding(days: grace)
    }

    /// Whether the report on a year is one that the office asks for: it was at work when the last day came, or that was in this year
    /// or is to come. Older reports are taken in to be compared, and nobody has waited for them.
    package func isAsked(for year: Int, on today: Period.Day, atWorkSince began: Period.Day?) -> Bool {
        year >= today.year - 1 || began.map { $0 <= lastDay } ?? false
    }
}
