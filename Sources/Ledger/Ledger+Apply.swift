import Alerts
import Foundation
import GRDB
import Linux
import Office
import Reports
import Rules

/// The tables are what the records say: they can be made from these anew, and checked against them.
extension Ledger {
    /// Does to the tables what a record tells of. Records go in by their numbers.
    static func apply(_ record: StoredRecord, into database: Database) throws {
        guard let event = Event(rawValue: record.event) else { return }
        let fields = try JSON.value([String: String].self, from: record.fields)
        switch event {
        case .judged:
            let (filing, result, facts) = try (ReportKey(fields), result(fields, record), facts(fields))
            let received = facts.received ?? record.at
            let id = try insert(filing, result, content: facts.content, at: received, database)
            try keep(facts.sections, of: id, database)
            try insert(facts.file, version: id, at: received, database)
            if let entry = facts.entry { try insert(entry, of: id, database) }
            try applySuccession(facts, by: id, record, database)
        case .rejudged:
            let id = try version(ReportKey(fields), record, database)
            try replace(id, by: result(fields, record), until: record.at, database)
            try keep(facts(fields).sections, of: id, database)
        case .duplicate:
            let (id, facts) = try (version(ReportKey(fields), record, database), facts(fields))
            try insert(facts.file, version: id, at: record.at, database)
            try applySuccession(facts, by: id, record, database)
        case .acceptedTime:
            let told = try ReportKey(fields)
            let facts = try JSON.value(AcceptanceFacts.self, from: fields["FACTS"] ?? "")
            guard RecordBounds.isTime(facts.time) else { throw Failure.damaged("time") }
            try insert(facts, year: told.year, agency: told.agency, at: record.at, database)
        case .decided:
            let told = try ReportKey(fields)
            let facts = try JSON.value(DecisionFacts.self, from: fields["FACTS"] ?? "")
            guard facts.isInBounds else { throw Failure.damaged("decision") }
            _ = try version(told, record, database)
            try insert(facts, told, record.number, at: record.at, database)
        case .withdrawn:
            let facts = try JSON.value(WithdrawalFacts.self, from: fields["FACTS"] ?? "")
            try withdraw(facts, of: ReportKey(fields), record.number, at: record.at, database)
        case .deskTaken:
            let facts = try JSON.value(DeskFacts.self, from: fields["FACTS"] ?? "")
            guard facts.isInBounds else { throw Failure.damaged("desk") }
            try insert(facts, record.number, at: record.at, database)
        case .roster:
            let facts = try JSON.value(RosterFacts.self, from: fields["FACTS"] ?? "")
            guard facts.isInBounds else { throw Failure.damaged("roster") }
            try insert(facts, record.number, at: record.at, database)
        case .confirmed:
            let facts = try JSON.value(ConfirmationFacts.self, from: fields["FACTS"] ?? "")
            guard facts.isInBounds else { throw Failure.damaged("confirmation") }
            try insert(facts, record.number, at: record.at, database)
        case .undone:
            let facts = try JSON.value(UndoingFacts.self, from: fields["FACTS"] ?? "")
            try undo(facts, record.number, at: record.at, database)
        case .alert, .reworded, .cleared:
            try apply(event, Alert.told(fields, record.message), fields, at: record.at, database)
        case .acknowledged:
            try acknowledge(lasting(Alert.told(fields, ""), at: record.at, database), database)
        case .muted:
            guard let text = fields["FACTS"] else { return }
            let facts = try JSON.value(MuteFacts.self, from: text)
            guard RecordBounds.isTime(facts.until) else { throw Failure.damaged("time") }
            try applyMute(fields, facts, at: record.at, database)
        case .pruned:
            try prune(JSON.value(PruneFacts.self, from: fields["FACTS"] ?? ""), by: record.number, database)
        default: break
        }
    }

    /// Under what a record files its report.
    struct ReportKey: Codable, Sendable {
        let year: String
        let agency: String
        let number: Int

        init(year: String, agency: String, number: Int) {
            (self.year, self.agency, self.number) = (year, agency, number)
        }

        init(_ version: ReportVersion) {
            (year, agency, number) = (version.year, version.agency, version.version)
        }

        /// Both names are those of folders below the status folder.
        fileprivate init(_ fields: [String: String]) throws {
            year = fields["YEAR"] ?? ""
            agency = fields["AGENCY"] ?? ""
            number = Int(fields["VERSION"] ?? "") ?? 0
            guard Filing.isYear(year), Filing.isFolderName(agency) else { throw Failure.damaged("filing") }
        }
    }

    static func insert(
        _ told: ReportKey, _ result: ReportResult, content: String, at time: some DatabaseValueConvertible,
        _ database: Database
    ) throws -> Int64 {
        try database.execute(
            cached: """
                INSERT INTO version (year, agency, number, content, verdict, result, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                told.year, told.agency, told.number, content, result.verdict.rawValue, try JSON.line(result), time,
            ])
        let id = database.lastInsertedRowID
        try settle(id, database)
        return id
    }

    static func insert(
        _ file: ObservedFile, version: Int64, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: """
                INSERT INTO arrival (device, inode, size, modified, changed, folder, name, owner, version, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: file.stamp.arguments + file.path.kept.arguments + [file.owner, version, time])
    }

    static func replace(
        _ version: Int64, by result: ReportResult, until time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT INTO superseded (version, result, until) SELECT id, result, ? FROM version WHERE id = ?",
            arguments: [time, version])
        try database.execute(
            cached: "UPDATE version SET verdict = ?, result = ? WHERE id = ?",
            arguments: [result.verdict.rawValue, try JSON.line(result), version])
        try settle(version, database)
    }

    private static func applySuccession(
        _ facts: ArrivalFacts, by id: Int64, _ record: StoredRecord, _ database: Database
    ) throws {
        for ended in facts.supersedes ?? [] { try supersede(version(ended, record, database), by: id, database) }
        if let later = facts.supersededBy { try supersede(id, by: version(later, record, database), database) }
    }

    private static func version(_ told: ReportKey, _ record: StoredRecord, _ database: Database) throws -> Int64 {
        let id = try Int64.fetchOne(
            database, cached: "SELECT id FROM version WHERE year = ? AND agency = ? AND number = ?",
            arguments: [told.year, told.agency, told.number])
        guard let id else { throw Failure.damaged("record \(record.number)") }
        return id
    }

    private static func result(_ fields: [String: String], _ record: StoredRecord) throws -> ReportResult {
        guard let text = fields["RESULT"] else { throw Failure.damaged("record \(record.number)") }
        let result = try JSON.value(ReportResult.self, from: text)
        // It names the copy in the archive.
        guard RecordBounds.isDigest(result.sha256) else { throw Failure.damaged("record \(record.number)") }
        return result
    }

    private static func facts(_ fields: [String: String]) throws -> ArrivalFacts {
        let facts =
            if let text = fields["FACTS"] {
                try JSON.value(ArrivalFacts.self, from: text)
            } else {
                ArrivalFacts(sha256: fields["SHA256"] ?? "", shown: fields["FILE"] ?? "")
            }
        guard facts.isInBounds else { throw Failure.damaged("facts") }
        return facts
    }

    private static func apply(
        _ event: Event, _ alert: Alert, _ fields: [String: String], at time: String, _ database: Database
    ) throws {
        let size = fields["COUNT"].flatMap { Int($0) } ?? 1
        switch event {
        case .alert:
            try insert(alert, .firing, size: size, isFlapping: fields["FLAPPING"] != nil, at: time, database)
        case .reworded: try reword(alert, size: size, at: time, database)
        default: try close(alert, at: time, database)
        }
    }

    /// The number of an alert that lasts. One that no record tells of, as a reminder, begins here: the next look ends it where it
    /// is over.
    private static func lasting(_ alert: Alert, at time: String, _ database: Database) throws -> Int64 {
        let known = try Int64.fetchOne(
            database, cached: "SELECT id FROM alert WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [alert.kind.rawValue, alert.subject])
        if let known { return known }
        try insert(alert, .firing, at: time, database)
        return database.lastInsertedRowID
    }

    /// The alert of a number has another number in a ledger that was made anew.
    private static func applyMute(
        _ fields: [String: String], _ facts: MuteFacts, at time: String, _ database: Database
    ) throws {
        let isAlert = fields["ALERT"] != nil
        let target = isAlert ? try String(lasting(Alert.told(fields, ""), at: time, database)) : fields["TARGET"] ?? ""
        try insert(facts, target: target, at: time, database)
    }
}

extension Alert {
    /// The alert that the fields of a record tell of.
    fileprivate static func told(_ fields: [String: String], _ message: String) throws -> Alert {
        guard let kind = Kind(rawValue: fields["ALERT"] ?? "") else {
            throw Ledger.Failure.damaged("alert \(fields["ALERT"] ?? "")")
        }
        // An earlier edition named the subject of a rewording only as a file.
        return Alert(kind, fields["SUBJECT"] ?? fields["FILE"] ?? "", message)
    }
}
