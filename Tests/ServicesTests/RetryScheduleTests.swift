import Services
import Testing

@Suite("When a destination that fails is tried again") struct RetryScheduleTests {
    private let start = ContinuousClock.now

    @Test func `after pauses that double up to the longest`() {
        var schedule = RetrySchedule(first: .seconds(2), longest: .seconds(10))
        var pauses: [Duration] = []
        var now = start
        for _ in 1...5 {
            schedule.failed(at: now)
            let due = schedule.due ?? now
            pauses.append(now.duration(to: due))
            #expect(!schedule.allows(at: due - .milliseconds(1)) && schedule.allows(at: due))
            now = due
        }
        #expect(pauses == [2, 4, 8, 10, 10].map { .seconds($0) })
    }

    @Test func `at once where it works again`() {
        var schedule = RetrySchedule(first: .seconds(2), longest: .seconds(10))
        for _ in 1...3 { schedule.failed(at: start) }
        schedule.succeeded()
        #expect(schedule.allows(at: start))
        schedule.failed(at: start)
        #expect(schedule.due == start + .seconds(2))
    }

    @Test func `as late as it wants, within the longest`() {
        var schedule = RetrySchedule(first: .seconds(2), longest: .seconds(3600))
        schedule.failed(at: start, pause: .seconds(600))
        #expect(schedule.due == start + .seconds(600))
        schedule.failed(at: start, pause: .seconds(86_400))
        #expect(schedule.due == start + .seconds(3600))
    }

    @Test func `however often it has failed`() {
        var schedule = RetrySchedule(first: .seconds(15), longest: .seconds(3600))
        for _ in 1...200 { schedule.failed(at: start) }
        #expect(schedule.due == start + .seconds(3600))
    }
}
