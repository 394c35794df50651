import Daemon
import Foundation
import Services
import Testing

@Suite struct `A clock that jumps` {
    private var now = ClockReading(uptime: .now, date: Date(timeIntervalSince1970: 1_800_000_000))
    private var clock = ClockGuard()

    private mutating func pass(_ seconds: Int, jumping jump: Int = 0) {
        now.uptime += .seconds(seconds)
        now.date += Double(seconds + jump)
        clock.observe(now)
    }

    @Test mutating func `is trusted while it goes as the other one, with small steps`() {
        pass(0)
        pass(60)
        pass(60, jumping: 30)
        pass(60, jumping: -30)
        #expect(clock.jump == nil)
    }

    @Test(arguments: [3600, -86_400, 61]) mutating func `is in doubt until the two have agreed twice`(jump: Int) {
        pass(0)
        pass(60, jumping: jump)
        #expect(clock.jump == jump)
        pass(60)
        #expect(clock.jump == jump)
        pass(60)
        #expect(clock.jump == nil)
    }

    @Test mutating func `that jumps again begins anew`() {
        pass(0)
        pass(60, jumping: 3600)
        pass(60, jumping: -3600)
        pass(60)
        #expect(clock.jump == -3600)
    }

    @Test mutating func `is in doubt after a restart that was in doubt, or is earlier than what was taken down`() {
        clock = ClockGuard(isInDoubt: true, latest: now.date, now: now)
        #expect(clock.jump == 0)
        pass(60)
        pass(60)
        #expect(clock.jump == nil)
        clock = ClockGuard(isInDoubt: false, latest: now.date + 7200, now: now)
        #expect(clock.jump == -7200)
        #expect(ClockGuard(isInDoubt: false, latest: now.date - 7200, now: now).jump == nil)
    }
}
