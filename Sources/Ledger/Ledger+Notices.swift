package import Alerts
import Channels
package import Foundation
import GRDB
import Office

/// What people are told of alerts, and when.
extension Ledger {
    /// Lets alerts become what they are by now, and puts what people are to be told of them on its way.
    package func advance(at date: Date, morning: Date?, _ notices: Notices) throws {
        let plan = { (database: Database) in AlertPlan(try Self.facts(morning, at: date, database), at: date) }
        guard try !read(plan).isEmpty else { return }
        try write { database in
            let plan = try plan(database)
            for state in plan.fire { try Self.fire(state, at: date, database) }
            for telling in plan.tell { try tell(telling, notices, at: date, database) }
            try Self.enqueueAlerts(database)
        }
    }

    /// Sends a notice through one channel, so that a person sees whether it works; tells its number.
    package func test(_ channel: String, _ notices: Notices, at date: Date) throws -> Int64 {
        try write { database in
            let number = try Self.insert(kind: "test", thread: nil, isRepeat: false, at: date, database)
            try Self.post(notices.test(id: noticeID(number), at: date), number, to: [channel], at: date, database)
            return number
        }
    }

    private static func facts(_ morning: Date?, at date: Date, _ database: Database) throws -> AlertPlan.Facts {
        var facts = AlertPlan.Facts()
        facts.alerts = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM alert WHERE cleared IS NULL
                OR (cleared IS NOT NULL AND told IS NOT NULL AND end_told IS NULL) ORDER BY id
                """
        ).compactMap(AlertState.init)
        facts.present = try presentKinds(at: date, database)
        facts.morning = morning
        let last = try Row.fetchAll(database, sql: "SELECT kind, max(at) AS at FROM notice GROUP BY kind")
        for row in last { if let kind = Alert.Kind(rawValue: row["kind"]) { facts.lastTold[kind] = row["at"] } }
        let targets = try String.fetchSet(database, sql: "SELECT target FROM mute WHERE until > ?", arguments: [date])
        facts.muted = Set(
            facts.alerts.filter { targets.contains($0.alert.kind.rawValue) || targets.contains(String($0.id)) }
                .map(\.id))
        return facts
    }

    private static func fire(_ state: AlertState, at date: Date, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE alert SET state = 'firing', fired = ? WHERE id = ?", arguments: [date, state.id])
        try tellJournal(.alert(state.alert), of: state.alert, at: date, database)
    }

    private func tell(
        _ telling: AlertPlan.Telling, _ notices: Notices, at date: Date, _ database: Database
    ) throws {
        let kind = telling.kind.rawValue
        let isFollowUp = (telling.firing + telling.resolved).contains { $0.told != nil }
        let last =
            try isFollowUp
            ? Row.fetchOne(
                database, sql: "SELECT thread, body FROM notice WHERE kind = ? ORDER BY number DESC LIMIT 1",
                arguments: [kind]) : nil
        let number = try Self.insert(
            kind: kind, thread: last?["thread"], isRepeat: telling.isRepeat, at: date, database)
        let thread = try last.map { try JSON.value(Notice.self, from: $0["body"]).thread }
        let notice = notices.notice(
            telling, id: noticeID(number), thread: thread ?? noticeID(number), at: date)
        try Self.post(notice, number, to: notices.channels(for: notice), at: date, database)
        for state in telling.firing {
            try database.execute(sql: "UPDATE alert SET told = ? WHERE id = ?", arguments: [date, state.id])
        }
        for state in telling.resolved {
            try database.execute(sql: "UPDATE alert SET end_told = ? WHERE id = ?", arguments: [date, state.id])
        }
    }

    private static func insert(
        kind: String, thread: Int64?, isRepeat: Bool, at date: Date, _ database: Database
    ) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO notice (kind, thread, is_repeat, body, at) VALUES (?, ?, ?, '', ?)",
            arguments: [kind, thread ?? 0, isRepeat, date])
        let number = database.lastInsertedRowID
        if thread == nil {
            try database.execute(sql: "UPDATE notice SET thread = number WHERE number = ?", arguments: [number])
        }
        return number
    }

    /// Enqueues a notice for channels. What only repeats and was not sent yet need not be sent any more.
    private static func post(
        _ notice: Notice, _ number: Int64, to channels: [String], at date: Date, _ database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE notice SET body = ? WHERE number = ?", arguments: [try JSON.line(notice), number])
        try database.execute(
            sql: """
                UPDATE delivery SET dropped = ? WHERE done IS NULL AND dropped IS NULL AND begun IS NULL AND notice IN
                    (SELECT number FROM notice WHERE kind = ? AND is_repeat AND number < ?)
                """,
            arguments: [date, notice.kind, number])
        for channel in channels {
            try database.execute(
                sql: "INSERT INTO delivery (notice, channel, due) VALUES (?, ?, ?)",
                arguments: [number, channel, date])
        }
    }

    /// The stable id of a notice: the run of the program that makes it, and its number. A ledger that is made anew knows no notices and counts
    /// them from 1 again.
    private func noticeID(_ number: Int64) -> String { "nb-\(run.prefix(8).lowercased())-\(number)" }
}
