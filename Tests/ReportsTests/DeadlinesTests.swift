import Reports
import Testing

@Suite struct `The last day` {
    private let bureau = Agency(name: "青岚市水利局", group: "市直部门")

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Period.Day {
        Period.Day(year: year, month: month, day: day)
    }

    @Test func `is the law's where nobody says otherwise`() {
        #expect(Deadlines().submit(of: bureau, for: 2026).day == day(2027, 1, 31))
        #expect(Deadlines().publish(of: bureau, for: 2026).day == day(2027, 1, 31))
    }

    @Test func `of the government's own report is 31 March`() {
        #expect(Deadlines().submit(of: Agency(name: "青岚市人民政府", sumsUp: true), for: 2026).day == day(2027, 3, 31))
    }

    @Test func `is the roster's before the group's, and the group's before everybody's`() {
        var deadlines = Deadlines()
        deadlines.everybody.submit = MonthDay("1-28")
        deadlines.everybody.publish = MonthDay("2-5")
        deadlines.groups["市直部门"] = Deadlines.Dates(submit: MonthDay("1-20"))
        #expect(deadlines.submit(of: Agency(name: "桐花街道", group: "街道"), for: 2026).day == day(2027, 1, 28))
        #expect(deadlines.submit(of: bureau, for: 2026).day == day(2027, 1, 20))
        #expect(deadlines.publish(of: bureau, for: 2026).day == day(2027, 2, 5))
        var own = bureau
        own.deadline = MonthDay("1-15")
        #expect(deadlines.submit(of: own, for: 2026).day == day(2027, 1, 15))
    }

    @Test func `that is a day off becomes the next workday only where the office has it so`() {
        var deadlines = Deadlines()
        // 31 January 2027 is a Sunday.
        #expect(deadlines.submit(of: bureau, for: 2026).day == day(2027, 1, 31))
        deadlines.movesToWorkday = true
        #expect(deadlines.submit(of: bureau, for: 2026).day == day(2027, 2, 1))
        deadlines.calendar = WorkCalendar(exceptions: [day(2027, 2, 1): false])
        #expect(deadlines.submit(of: bureau, for: 2026).day == day(2027, 2, 2))
        deadlines.calendar = WorkCalendar(exceptions: [day(2027, 1, 31): true])
        let deadline = deadlines.submit(of: bureau, for: 2026)
        #expect(deadline.day == day(2027, 1, 31) && deadline.named == deadline.day)
    }

    @Test func `has days of grace after it`() {
        var deadlines = Deadlines()
        deadlines.grace = 3
        #expect(deadlines.submit(of: bureau, for: 2026).lastDay == day(2027, 2, 3))
        #expect(deadlines.submit(of: bureau, for: 2026).day == day(2027, 1, 31))
    }

    @Test func `on a leap day is the last of February in other years`() {
        var leap = bureau
        leap.deadline = MonthDay("2-29")
        #expect(Deadlines().submit(of: leap, for: 2027).day == day(2028, 2, 29))
        #expect(Deadlines().submit(of: leap, for: 2026).day == day(2027, 2, 28))
    }

    @Test func `is told of beforehand on workdays, each once`() {
        let deadlines = Deadlines()
        let deadline = deadlines.submit(of: bureau, for: 2026)
        // A Sunday: the last call is on the Friday, and what would be told on the Saturday falls away.
        #expect(deadlines.lastCall(before: deadline) == day(2027, 1, 29))
        #expect(deadlines.reminders(before: deadline) == [day(2027, 1, 15), day(2027, 1, 22), day(2027, 1, 28)])
    }
}

@Suite struct `Days counted` {
    @Test func `come back from their numbers, over leap years and centuries`() {
        for number in stride(from: -800_000, to: 800_000, by: 13) {
            let day = Period.Day(ordinal: number)
            #expect(day.ordinal == number)
            #expect(day < Period.Day(ordinal: number + 1))
        }
        #expect(Period.Day(year: 1970, month: 1, day: 1).ordinal == 0)
        #expect(Period.Day(year: 2000, month: 2, day: 29).adding(days: 1) == Period.Day(year: 2000, month: 3, day: 1))
    }

    @Test func `know their weekends`() {
        #expect(Period.Day(year: 2027, month: 1, day: 30).isWeekend)
        #expect(Period.Day(year: 2027, month: 1, day: 31).isWeekend)
        #expect(!Period.Day(year: 2027, month: 2, day: 1).isWeekend)
        #expect(Period.Day(year: 1969, month: 12, day: 28).isWeekend)
    }
}
