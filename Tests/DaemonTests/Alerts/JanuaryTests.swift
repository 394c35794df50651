import Alerts
import Fixtures
import Foundation
import Office
import Office
import Reports
import Settings
import Testing

@testable import Daemon

@Suite("A January with sixty agencies")
struct JanuaryTests {
    @Test func `each agency is told of what concerns it on its days, and on no other`() async throws {
        let january = try await January.shown.value
        for agency in january.roster.agencies {
            let deadline = january.roster.deadlines.submit(of: agency, for: 2026)
            let arrival = try #require(january.arrivals[agency.name])
            let days = { (kind: Alert.Kind) in
                january.received.filter { notice in
                    notice.kind == kind && notice.firing.contains { $0.split(separator: " ")[0] == agency.name }
                }.map { Period.Day($0.at, in: January.zone) }
            }
            let open = { (day: Period.Day) in (day.moment(minutes: 550, in: January.zone) ?? .distantPast) < arrival }
            let deadlines = january.roster.deadlines
            #expect(days(.reportReminder) == deadlines.reminders(before: deadline).filter(open), "\(agency.name)")
            #expect(days(.reportDue) == [deadlines.lastCall(before: deadline)].filter(open), "\(agency.name)")
            let late = (1...40).map { deadline.lastDay.adding(days: $0) }.filter(deadlines.calendar.isWorkday)
            #expect(days(.reportOverdue) == late.filter(open), "\(agency.name)")
        }
    }

    @Test func `who was told to be overdue is told to have come, once; in the end nothing is left`() async throws {
        let january = try await January.shown.value
        let overdue = january.received.filter { $0.kind == .reportOverdue }
        let ended = overdue.flatMap(\.resolved)
        #expect(Set(ended) == Set(overdue.flatMap(\.firing)) && ended.count == Set(ended).count)
        #expect(january.left == 0)
        #expect(january.received.allSatisfy { ReportAlerts.kinds.contains($0.kind) })
    }

    @Test func `sixty that are late at once are one message`() async throws {
        let january = try await January.shown.value
        let perMoment = Dictionary(grouping: january.received) { "\($0.kind) \($0.at)" }
        #expect(perMoment.values.allSatisfy { $0.count == 1 })
        // At no full or half hour: that is when everybody sends.
        let calendar = Calendar.office(in: January.zone)
        #expect(january.received.allSatisfy { ![0, 30].contains(calendar.component(.minute, from: $0.at)) })
    }

    @Test(arguments: [1, 2]) func `restarts at any moment change nothing`(seed: Int) async throws {
        let (quiet, restless) = (try January(seed: seed), try January(seed: seed))
        try await quiet.play()
        var random = Seeded(seed)
        try await restless.play { random.once(in: 9) }
        #expect(quiet.received == restless.received)
    }

    @Test func `is shown in docs/alerts.md as it goes`() async throws {
        let january = try await January.shown.value
        let made = JanuaryTable.markdown(of: january.received, january.roster)
        #expect(try MadeSection.text(of: "docs/alerts.md", "january", made: made) == made)
    }
}

/// What was told on which day, as a table.
enum JanuaryTable {
    static func markdown(of received: [January.Received], _ roster: Roster) -> String {
        let groups = ["市直部门", "区县", "街道"]
        let group = Dictionary(uniqueKeysWithValues: roster.agencies.map { ($0.name, $0.group) })
        let rows = received.map { notice -> String in
            let day = Period.Day(notice.at, in: January.zone)
            let counts = groups.map { name in
                notice.firing.count { group[String($0.split(separator: " ")[0])] == name }
            }
            let cells = counts.map { $0 == 0 ? "" : String($0) }
            let ended = notice.resolved.isEmpty ? "" : String(notice.resolved.count)
            return
                "| \(day.month)月\(day.day)日 | \(notice.kind.traits.title) | \(cells.joined(separator: " | ")) | \(ended) |\n"
        }
        return "| 日期 | 消息 | \(groups.joined(separator: " | ")) | 已收到 |\n|---|---|---|---|---|---|\n" + rows.joined()
    }
}
