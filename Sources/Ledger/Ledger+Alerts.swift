package import Alerts
package import Foundation
import GRDB
import Office

/// What is wrong, from when it began until it is over. A restart neither repeats an alert nor forgets one.
extension Ledger {
    /// Makes the alerts of some kinds those that are given: new ones begin, missing ones are over.
    ///
    /// One that has to last a while, or is held back by another, begins as pending: nobody is told of it yet.
    package func reconcileAlerts(_ alerts: [Alert], of kinds: Set<Alert.Kind>, at date: Date) throws {
        let now = Dictionary(alerts.map { (Key($0), $0) }) { first, _ in first }
        let before = try read { database in try Self.lasting(kinds, database) }
        guard Set(before.map(\.alert)) != Set(now.values) else { return }
        let known = Dictionary(before.map { (Key($0.alert), $0) }) { first, _ in first }
        let sorted = now.values.sorted { ($0.kind.rawValue, $0.subject) < ($1.kind.rawValue, $1.subject) }
        try write { database in
            let present = try Self.presentKinds(at: date, database)
            for alert in sorted {
                guard let state = known[Key(alert)] else {
                    try Self.begin(alert, at: date, amid: present, database)
                    continue
                }
                if state.alert != alert {
                    try Self.reword(alert, database)
                    if state.stage != .pending { try Self.tellJournal(.reworded(alert), of: alert, at: date, database) }
                }
            }
            for state in before where now[Key(state.alert)] == nil { try Self.end(state, at: date, database) }
            try Self.enqueueAlerts(database)
        }
    }

    /// What is wrong at this moment and not shown otherwise, the oldest first.
    static func firing(_ database: Database) throws -> [OverviewAlert] {
        let kinds = Alert.Kind.allCases.filter(\.traits.isOnOverview)
        return try lasting(Set(kinds), database).filter { $0.stage != .pending }.map { state in
            OverviewAlert(
                kind: state.alert.kind.rawValue, subject: state.alert.subject, message: state.alert.message,
                since: state.since)
        }
    }

    /// The alerts that last, pending ones included, the oldest first.
    static func lasting(_ database: Database) throws -> [AlertState] {
        try lasting(Set(Alert.Kind.allCases), database)
    }

    /// Those of some kinds.
    private static func lasting(_ kinds: Set<Alert.Kind>, _ database: Database) throws -> [AlertState] {
        let marks = databaseQuestionMarks(count: kinds.count)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM alert WHERE cleared IS NULL AND kind IN (\(marks)) ORDER BY id",
            arguments: StatementArguments(kinds.map(\.rawValue))
        ).compactMap(AlertState.init)
    }

    /// The kinds that last, or that were over so short a while ago that what they hold back had no time to come in.
    static func presentKinds(at date: Date, _ database: Database) throws -> Set<Alert.Kind> {
        let names = try String.fetchAll(
            database,
            sql:
                "SELECT DISTINCT kind FROM alert WHERE state <> 'pending' AND fired IS NOT NULL AND (cleared IS NULL OR cleared > ?)",
            arguments: [date - 600])
        return Set(names.compactMap(Alert.Kind.init))
    }

    /// Asks for everything that shows alerts.
    static func enqueueAlerts(_ database: Database) throws {
        try enqueue(Page.timed, version: 0, database)
    }

    /// Two alerts are the same one, whatever the words, when they are about the same.
    private struct Key: Hashable {
        let kind: Alert.Kind
        let subject: String

        init(_ alert: Alert) {
            kind = alert.kind
            subject = alert.subject
        }
    }

    private static func begin(
        _ alert: Alert, at date: Date, amid present: Set<Alert.Kind>, _ database: Database
    ) throws {
        let isPending = alert.kind.traits.wait > 0 || !alert.kind.heldBackBy.isDisjoint(with: present)
        try insert(alert, isPending ? .pending : .firing, at: date, database)
        if !isPending { try tellJournal(.alert(alert), of: alert, at: date, database) }
    }

    static func insert(
        _ alert: Alert, _ stage: AlertState.Stage, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO alert (kind, subject, message, since, state, fired) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                alert.kind.rawValue, alert.subject, alert.message, time, stage.rawValue, stage == .pending ? nil : time,
            ])
    }

    /// Ends an alert as a record tells of it; nobody is told once more.
    static func close(_ alert: Alert, at time: some DatabaseValueConvertible, _ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE alert SET cleared = :time, state = 'resolved', end_told = :time
                WHERE kind = :kind AND subject = :subject AND cleared IS NULL
                """,
            arguments: ["time": time, "kind": alert.kind.rawValue, "subject": alert.subject])
    }

    static func reword(_ alert: Alert, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE alert SET message = ? WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [alert.message, alert.kind.rawValue, alert.subject])
    }

    private static func end(_ state: AlertState, at date: Date, _ database: Database) throws {
        // Of what nobody was told, nobody is told that it is over.
        let isSilent = state.told == nil || !state.alert.kind.traits.tellsEnd
        try database.execute(
            sql: "UPDATE alert SET cleared = ?, state = 'resolved', end_told = ? WHERE id = ?",
            arguments: [date, isSilent ? date : nil, state.id])
        if state.stage != .pending { try tellJournal(.cleared(state.alert), of: state.alert, at: date, database) }
    }

    static func tellJournal(_ entry: Entry, of alert: Alert, at date: Date, _ database: Database) throws {
        if alert.kind.traits.isJournalled { try append([entry], at: date, database) }
    }
}

extension AlertState {
    /// `nil` for a kind that an older or newer program knew.
    init?(_ row: Row) {
        guard let kind = Alert.Kind(rawValue: row["kind"]), let stage = Stage(rawValue: row["state"]) else {
            return nil
        }
        self.init(
            id: row["id"], Alert(kind, row["subject"], row["message"]), stage, since: row["since"],
            fired: row["fired"], told: row["told"], cleared: row["cleared"])
    }
}
