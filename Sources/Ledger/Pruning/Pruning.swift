package import Foundation
import GRDB
import Linux
import Office

/// What a ledger need not keep any longer. The current versions, every version's result, every arrival, and the records from which these
/// follow are kept for good: with them the ledger can be verified and made anew.
package struct Pruning: Sendable, Equatable {
    /// Until when what is old lies behind.
    package struct Cutoffs: Sendable, Equatable {
        /// Copies of versions that a newer one has superseded, and results that a later look has replaced.
        package var copies: Date
        /// Alerts that are over, notices that were delivered, records that nothing follows from.
        package var history: Date

        package init(copies: Date, history: Date) {
            self.copies = copies
            self.history = history
        }
    }

    /// How much there is of what, or was removed.
    package var results = 0
    package var alerts = 0
    package var notices = 0
    package var records = 0
    /// The contents of versions that need no copy any more.
    package var contents: [String] = []
    /// The contents of copies that no version names, as a kill between copy and record leaves them.
    package var strays: [String] = []
    /// The names of ledgers that were set aside.
    package var ledgers: [String] = []

    package init() {}

    package var isEmpty: Bool {
        results == 0 && alerts == 0 && notices == 0 && records == 0 && contents.isEmpty && strays.isEmpty
            && ledgers.isEmpty
    }

    /// The records from which nothing follows, of an age: what else is told of there stands in the tables, or is over.
    static let oldRecords = """
        confirmed IS NOT NULL AND at < ?
        AND event IN ('started', 'stopping', 'finding', 'alert', 'reworded', 'cleared', 'acknowledged', 'muted', 'reloaded', 'reload-refused')
        """
    /// Alerts that are over and that nobody has yet to be told of. The last number stays taken: a number that comes again would be
    /// muted where an earlier one was.
    static let oldAlerts = """
        cleared < ? AND (told IS NULL OR end_told IS NOT NULL) AND id < (SELECT max(id) FROM alert)
        """
    /// Notices that every channel has had, or need not have; of each kind the last one stays, by which it is known when it was told.
    static let oldNotices = """
        at < ? AND number NOT IN (SELECT max(number) FROM notice GROUP BY kind)
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE notice = number AND done IS NULL AND dropped IS NULL)
        """
}

extension Ledger {
    /// How many ranges of records one record of pruning tells of at most.
    private static let ranges = 1_000
    /// How many records go in one transaction, about: the daemon, which waits for its end, is not to wait long.
    private static let recordsAtOnce = 20_000

    static func prunable(_ database: Database, before cutoffs: Pruning.Cutoffs) throws -> Pruning {
        let count = { (sql: String, date: Date) in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(sql)", arguments: [date]) ?? 0
        }
        var pruning = Pruning()
        pruning.results = try count("superseded WHERE until < ?", cutoffs.copies)
        pruning.alerts = try count("alert WHERE \(Pruning.oldAlerts)", cutoffs.history)
        pruning.notices = try count("notice WHERE \(Pruning.oldNotices)", cutoffs.history)
        pruning.records = try count("record WHERE \(Pruning.oldRecords)", cutoffs.history)
        pruning.contents = try supersededContents(before: cutoffs.copies, database)
        return pruning
    }

    static func contents(_ database: Database) throws -> Set<String> {
        try String.fetchSet(
            database,
            sql: "SELECT content FROM version UNION SELECT content FROM judging UNION SELECT content FROM crash")
    }

    /// Removes what may be pruned and records that; `copies` has the contents of which the copies are to be removed afterwards, and the ledgers that are. Gives what was
    /// removed. In portions, each a transaction: an end in between leaves the ledger sound, and the next run goes on.
    package func prune(before cutoffs: Pruning.Cutoffs, copies: Pruning, at date: Date) throws -> Pruning {
        var total = Pruning()
        var copies = copies
        while true {
            let done = try write { try Self.prune(before: cutoffs, copies: copies, at: date, $0) }
            total.results += done.results
            total.alerts += done.alerts
            total.notices += done.notices
            total.records += done.records
            total.contents += done.contents
            total.strays += done.strays
            total.ledgers += done.ledgers
            copies = Pruning()
            if done.isEmpty { return total }
        }
    }

    /// The contents that a version had and no version needs any more: a newer one has superseded each of them, long ago.
    private static func supersededContents(before date: Date, _ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT content FROM version WHERE at < :date EXCEPT
                SELECT content FROM version WHERE at >= :date EXCEPT SELECT content FROM (\(currentVersions))
                """,
            arguments: ["date": date])
    }

    private static func prune(
        before cutoffs: Pruning.Cutoffs, copies: Pruning, at date: Date, _ database: Database
    ) throws -> Pruning {
        var (facts, done) = (PruneFacts(), Pruning())
        let time = { (date: Date) in String.fromDatabaseValue(date.databaseValue) }
        done.results =
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM superseded WHERE until < ?", arguments: [cutoffs.copies]) ?? 0
        if done.results > 0 { facts.resultsBefore = time(cutoffs.copies) }
        done.alerts =
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM alert WHERE \(Pruning.oldAlerts)", arguments: [cutoffs.history])
            ?? 0
        if done.alerts > 0 { facts.alertsBefore = time(cutoffs.history) }
        (facts.copies, done.contents) = (copies.contents, copies.contents)
        (facts.strays, done.strays) = (copies.strays, copies.strays)
        done.ledgers = copies.ledgers
        facts.ranges = try oldRanges(before: cutoffs.history, database)
        done.records = facts.ranges.reduce(0) { $0 + $1.last - $1.first + 1 }
        done.notices = try removeNotices(before: cutoffs.history, database)
        guard !done.isEmpty else { return done }
        try append([Entry.pruned(done, facts)], at: date, database)
        let number = try Int.fetchOne(database, sql: "SELECT max(number) FROM record") ?? 0
        try prune(facts, by: number, database)
        return done
    }

    /// The first records that may go, as ranges without gaps.
    private static func oldRanges(before date: Date, _ database: Database) throws -> [PruneFacts.Range] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT number, chain FROM record WHERE \(Pruning.oldRecords) ORDER BY number",
            arguments: [date])
        var ranges: [PruneFacts.Range] = []
        var count = 0
        while count < recordsAtOnce, let row = try rows.next() {
            let number: Int = row["number"]
            count += 1
            if let range = ranges.last, range.last == number - 1 {
                ranges[ranges.count - 1] = PruneFacts.Range(first: range.first, last: number, link: row["chain"])
            } else if ranges.count < Self.ranges {
                ranges.append(PruneFacts.Range(first: number, last: number, link: row["chain"]))
            } else {
                break
            }
        }
        return ranges
    }

    /// What no record tells of: notices, and silences that are over.
    private static func removeNotices(before date: Date, _ database: Database) throws -> Int {
        let old = "SELECT number FROM notice WHERE \(Pruning.oldNotices)"
        try database.execute(sql: "DELETE FROM delivery WHERE notice IN (\(old))", arguments: [date])
        try database.execute(sql: "DELETE FROM notice WHERE number IN (\(old))", arguments: [date])
        let count = database.changesCount
        try database.execute(sql: "DELETE FROM mute WHERE until < ?", arguments: [date])
        return count
    }
}

extension Entry {
    static func pruned(_ done: Pruning, _ facts: PruneFacts) throws -> Entry {
        Entry(
            .pruned, .notice, "按保存期限清理：\(done.shown)。",
            fields: [
                "FACTS": try JSON.line(facts), "RECORDS": String(done.records),
                "COPIES": String(done.contents.count + done.strays.count),
            ])
    }
}

extension Pruning {
    /// 旧版存档 3 份、旧结论 2 条
    package var shown: String {
        [
            (contents.count, "旧版存档", "份"), (strays.count, "没有登记的存档", "份"),
            (ledgers.count, "旧台账", "本"), (results, "旧结论", "条"),
            (alerts, "已恢复的告警", "条"), (notices, "已送达的消息", "条"),
            (records, "流水记录", "条"),
        ].filter { $0.0 > 0 }.map { "\($0.1) \($0.0) \($0.2)" }.joined(separator: "、")
    }
}
