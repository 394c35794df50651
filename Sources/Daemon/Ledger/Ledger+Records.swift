package import Foundation
import GRDB
import Office

/// What the journal is to be told, and what it has been told.
extension Ledger {
    /// The done marks that a record can have.
    package enum Mark: String, Sendable {
        /// Given to the journal; then it need not be printed any more.
        case sent
        /// Printed on standard output.
        case shown
    }

    /// Takes down entries that follow from nothing else.
    package func append(_ entries: [Entry], at date: Date) throws {
        try write { database in try Self.append(entries, at: date, database) }
    }

    /// The first records without a mark, in the order of their numbers.
    package func records(without mark: Mark, limit: Int) throws -> [Record] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM record WHERE \(mark.rawValue) IS NULL ORDER BY number LIMIT ?",
                arguments: [limit]
            ).map { row in try Record(row, ledger: id) }
        }
    }

    /// Marks records as done.
    package func mark(_ records: [Record], _ mark: Mark, at date: Date) throws {
        guard !records.isEmpty else { return }
        let marks =
            switch mark {
            case .sent: "sent = :date, shown = coalesce(shown, :date)"
            case .shown: "shown = :date"
            }
        try write { database in
            for record in records {
                try database.execute(
                    sql: "UPDATE record SET \(marks) WHERE number = :number",
                    arguments: ["date": date, "number": record.number])
            }
        }
    }

    static func append(_ entries: [Entry], at date: Date, _ database: Database) throws {
        for entry in entries {
            try database.execute(
                sql: "INSERT INTO record (event, priority, message, fields, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    entry.event.rawValue, entry.priority.rawValue, entry.message, try JSON.line(entry.fields), date,
                ])
        }
    }
}

extension Record {
    fileprivate init(_ row: Row, ledger: String) throws {
        guard let event = Event(rawValue: row["event"]), let priority = Priority(rawValue: row["priority"]) else {
            throw Ledger.Failure.damaged("record \(row["number"] as Int)")
        }
        let fields = try JSON.value([String: String].self, from: row["fields"])
        self.init(number: row["number"], ledger: ledger, entry: Entry(event, priority, row["message"], fields: fields))
    }
}
