package import Foundation
import GRDB
import Linux
import Office

/// What the journal is to be told, and what it has been told.
extension Ledger {
    /// The done marks that a record can have.
    package enum Mark: String, Sendable {
        /// Given to the journal; then it need not be printed any more.
        case sent
        /// Printed on standard output.
        case shown
        /// Read back from the journal, or taken by one that this account may not read.
        case confirmed
    }

    /// Records entries that follow from nothing else. The pages about all reports name the last of them; that the service begins or
    /// ends is no reason to write them all anew.
    package func append(_ entries: [Entry], at date: Date) throws {
        try write { database in
            try Self.append(entries, at: date, database)
            guard !entries.allSatisfy({ [.started, .stopping].contains($0.event) }) else { return }
            try Self.enqueue(Page.timed, version: 0, database)
        }
    }

    /// The first records without a mark, in the order of their numbers: those above a number, and of these only those
    /// that the journal never dropped where `fresh` says so. One that the journal refused is left out until it is due again at `date`.
    package func records(
        without mark: Mark, above number: Int = 0, fresh: Bool = false, at date: Date = .distantFuture, limit: Int
    ) throws -> [Record] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: """
                    SELECT * FROM record WHERE \(mark.rawValue) IS NULL AND number > ? AND losses <= ? AND (due IS NULL OR due <= ?)
                    ORDER BY number LIMIT ?
                    """,
                arguments: [number, fresh ? 0 : Int.max, date, limit]
            ).map { row in try Record(row, ledger: id) }
        }
    }

    /// The records of earlier runs of which it is not known whether the journal has them: those that were sent and not
    /// read back, and of those that are pending the first `batch`, which a run that was killed may have sent.
    package func doubtful(batch: Int) throws -> [Reconciliation.Flight] {
        try read { database in
            let pending =
                "SELECT number, sent FROM record WHERE sent IS NULL AND number <= :last ORDER BY number LIMIT :batch"
            return try Row.fetchAll(
                database,
                cached: """
                    SELECT number, sent FROM record WHERE sent IS NOT NULL AND confirmed IS NULL AND number <= :last
                    UNION ALL SELECT * FROM (\(pending)) ORDER BY number
                    """,
                arguments: ["last": inherited, "batch": batch]
            ).map { row in
                // Nobody knows when one that is pending was sent, if it was: the journal can't have let go of it.
                let time: Date? = row["sent"]
                return Reconciliation.Flight(number: row["number"], sent: time?.microseconds ?? .max)
            }
        }
    }

    /// Marks records as done.
    package func mark(_ records: [Record], _ mark: Mark, at date: Date) throws {
        try self.mark(numbers: records.map(\.number), mark, at: date)
    }

    package func mark(numbers: [Int], _ mark: Mark, at date: Date) throws {
        let marks =
            switch mark {
            case .sent: "sent = :date, shown = coalesce(shown, :date), \(Outbox.cleared)"
            case .shown: "shown = :date"
            case .confirmed: "sent = coalesce(sent, :date), shown = coalesce(shown, :date), confirmed = :date"
            }
        // What was sent would be sent twice: a run looks for only so many of those that are pending.
        try update(numbers, setting: marks, at: date, outliving: mark == .sent ? .powerCut : .kill)
    }

    /// Records that the journal has refused a record by itself: the others do not wait for it.
    package func refuse(_ record: Record, _ error: String, at date: Date) throws {
        try write { database in
            try Outbox.records.fail([record.number.databaseValue], error, at: date, database)
        }
    }

    /// Requeues records that the journal does not have: it has dropped them, or an earlier run never sent them.
    package func requeue(numbers: [Int], at date: Date) throws {
        try update(numbers, setting: "sent = NULL, losses = losses + (sent IS NOT NULL)", at: date)
    }

    private func update(
        _ numbers: [Int], setting marks: String, at date: Date, outliving durability: Durability = .powerCut
    ) throws {
        guard !numbers.isEmpty else { return }
        try write(outliving: durability) { database in
            let statement = try database.cachedStatement(sql: "UPDATE record SET \(marks) WHERE number = :number")
            for number in numbers {
                let all: [String: (any DatabaseValueConvertible)?] = ["date": date, "number": number]
                statement.arguments = StatementArguments(
                    all.filter { marks.contains(":\($0.key)") || $0.key == "number" })
                try statement.execute()
            }
        }
    }

    static func append(_ entries: [Entry], at date: Date, _ database: Database) throws {
        var number = try StoredRecord.lastNumber(in: database)
        var link = try String.fetchOne(database, cached: "SELECT chain FROM record ORDER BY number DESC LIMIT 1") ?? ""
        guard let time = String.fromDatabaseValue(date.databaseValue) else { throw Failure.failed("\(date)") }
        let office = try office(database)
        for entry in entries {
            guard number < RecordBounds.own.upperBound else { throw Failure.damaged("record \(number)") }
            number += 1
            var record = StoredRecord(
                number: number, event: entry.event.rawValue, priority: entry.priority.rawValue,
                message: entry.message, fields: try JSON.line(entry.fields(of: office)), at: time)
            link = RecordChain.link(after: link, record)
            record.chain = link
            record.seal = try Sealing.seal(record, database)
            try record.insert(into: database)
        }
    }
}

extension Record {
    fileprivate init(_ row: Row, ledger: String) throws {
        let stored = try StoredRecord(row: row)
        guard let event = Event(rawValue: stored.event), let priority = JournalPriority(rawValue: stored.priority)
        else {
            throw Ledger.Failure.damaged("record \(stored.number)")
        }
        let fields = try JSON.value([String: String].self, from: stored.fields)
        self.init(
            number: stored.number, ledger: ledger, entry: Entry(event, priority, stored.message, fields: fields),
            at: stored.at, chain: stored.chain, seal: stored.seal, isReplayed: row["losses"] > 0)
    }
}
