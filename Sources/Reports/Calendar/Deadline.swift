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
}
