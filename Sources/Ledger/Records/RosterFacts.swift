import Office
import Reports

/// What others need to know of a roster to tell who is missing and by when: the field `NIANBAO_FACTS`. Whom to ask is nobody's business
/// but the office's own.
struct RosterFacts: Codable, Sendable, Equatable {
    struct Body: Codable, Sendable, Equatable {
        let name: String
        var group: String?
        var deadline: String?
        var sumsUp: Bool?
    }

    struct Dates: Codable, Sendable, Equatable {
        var submit: String?
        var publish: String?
    }

    struct Exception: Codable, Sendable, Equatable {
        let day: Period.Day
        let isWorked: Bool
    }

    let bodies: [Body]
    var everybody = Dates()
    var groups: [String: Dates] = [:]
    var grace = 0
    var movesToWorkday = false
    /// The days that are not what their weekday says, the first first.
    var calendar: [Exception] = []
    var zone: String

    init(_ roster: Roster) {
        let deadlines = roster.deadlines
        bodies = roster.agencies.map { agency in
            Body(
                name: agency.name, group: agency.group.isEmpty ? nil : agency.group, deadline: agency.deadline?.text,
                sumsUp: agency.sumsUp ? true : nil)
        }
        everybody = Dates(deadlines.everybody)
        groups = deadlines.groups.mapValues(Dates.init)
        (grace, movesToWorkday, zone) = (deadlines.grace, deadlines.movesToWorkday, deadlines.zone)
        // Without it nothing moves, so that a new list of days off is no news.
        guard movesToWorkday else { return }
        calendar = deadlines.calendar.exceptions.sorted { $0.key < $1.key }.map { Exception(day: $0, isWorked: $1) }
    }

    /// The roster that it tells of.
    var roster: Roster {
        var deadlines = Deadlines()
        deadlines.everybody = everybody.dates
        deadlines.groups = groups.mapValues(\.dates)
        (deadlines.grace, deadlines.movesToWorkday, deadlines.zone) = (grace, movesToWorkday, zone)
        deadlines.calendar = WorkCalendar(
            exceptions: Dictionary(calendar.map { ($0.day, $0.isWorked) }, uniquingKeysWith: { first, _ in first }))
        let agencies = bodies.map { body in
            Agency(
                name: body.name, sumsUp: body.sumsUp ?? false, group: body.group ?? "",
                deadline: body.deadline.flatMap { MonthDay($0) })
        }
        return Roster(agencies, deadlines: deadlines)
    }

    /// Whether a roster can be what is said here.
    var isInBounds: Bool {
        bodies.count <= 100_000 && bodies.allSatisfy { Self.isName($0.name) && Self.isName($0.group ?? "") }
            && groups.count <= 10_000 && (0...366).contains(grace) && zone.utf8.count <= 64 && calendar.count <= 10_000
            && calendar.allSatisfy { (1...9_999).contains($0.day.year) }
    }

    private static func isName(_ text: String) -> Bool { text.utf8.count <= 1_024 }
}

extension RosterFacts.Dates {
    fileprivate init(_ dates: Deadlines.Dates) {
        self.init(submit: dates.submit?.text, publish: dates.publish?.text)
    }

    fileprivate var dates: Deadlines.Dates {
        Deadlines.Dates(submit: submit.flatMap { MonthDay($0) }, publish: publish.flatMap { MonthDay($0) })
    }
}
