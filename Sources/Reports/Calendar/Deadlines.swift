/// By when an office wants reports: the dates of the law, of each group of the roster, and of single agencies.
package struct Deadlines: Sendable, Equatable {
    /// The days on which the agencies of a group hand in and publish; `nil` where those of everybody hold.
    package struct Dates: Sendable, Equatable {
        package var submit: MonthDay?
        package var publish: MonthDay?

        package init(submit: MonthDay? = nil, publish: MonthDay? = nil) {
            self.submit = submit
            self.publish = publish
        }
    }

    /// The dates of everybody for whom there is none of their own; `nil` where those of the law hold.
    package var everybody = Dates()
    /// The dates of the groups of the roster.
    package var groups: [String: Dates] = [:]
    /// Days after the last one on which a report is not called late yet.
    package var grace = 0
    /// So many days before the last one an agency is reminded.
    package var reminders = [14, 7, 3, 1]
    /// So many days after the last one a missing report is asked for.
    package var pursuit = 60
    /// Whether a last day that is a day off becomes the next workday.
    package var movesToWorkday = false
    package var calendar = WorkCalendar()
    /// The zone whose days these are, by its name in the time zone database.
    package var zone = "Asia/Shanghai"

    package init() {}

    /// The last day on which an agency hands in its report for a year. The roster's own date comes before that of the group.
    package func submit(of agency: Agency, for year: Int) -> Deadline {
        deadline(
            agency.deadline ?? groups[agency.group]?.submit ?? everybody.submit ?? .byLaw(of: agency), after: year)
    }

    /// The last day on which an agency publishes its report for a year.
    package func publish(of agency: Agency, for year: Int) -> Deadline {
        deadline(groups[agency.group]?.publish ?? everybody.publish ?? .byLaw(of: agency), after: year)
    }

    /// The last workday on which an agency can be told that a last day has come: itself, where it is one.
    package func lastCall(before deadline: Deadline) -> Period.Day { calendar.workday(until: deadline.day) }

    /// The days on which an agency is reminded of a last day, each a workday before the last call, the first first.
    package func reminders(before deadline: Deadline) -> [Period.Day] {
        let days = reminders.map { calendar.workday(until: deadline.day.adding(days: -$0)) }
        return Set(days).filter { $0 < lastCall(before: deadline) }.sorted()
    }

    /// The last day on which a missing report is asked for.
    package func pursuitEnds(after deadline: Deadline) -> Period.Day { deadline.lastDay.adding(days: pursuit) }

    private func deadline(_ date: MonthDay, after year: Int) -> Deadline {
        let named = date.day(in: year + 1)
        return Deadline(movesToWorkday ? calendar.workday(from: named) : named, named: named, grace: grace)
    }
}

extension MonthDay {
    /// The law's day for an agency: a department's report is due on 31 January, that of the government itself on 31 March.
    /// Source: 政府信息公开条例, article 49.
    package static func byLaw(of agency: Agency) -> MonthDay { agency.sumsUp ? .byLawOfGovernments : .byLaw }
}
