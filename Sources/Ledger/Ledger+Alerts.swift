package import Alerts
package import Foundation
import GRDB
import Office

/// What is wrong, from when it began until it is over. A restart neither repeats an alert nor forgets one.
extension Ledger {
    /// Makes the alerts of some kinds those that are given: new ones begin, missing ones are over. Those that are many, or that come and
    /// go, are held back as `AlertReconciliation` says.
    ///
    /// One that has to last a while, or is held back by another, begins as pending: nobody is told of it yet.
    package func reconcileAlerts(_ alerts: [Alert], of kinds: Set<Alert.Kind>, at date: Date) throws {
        let reconcile = { (database: Database) in
            AlertReconciliation(
                found: alerts, known: try Self.lasting(kinds, database),
                ended: try Self.ended(kinds, since: date - AlertReconciliation.horizon, database), at: date)
        }
        guard try !read(reconcile).isEmpty else { return }
        try write { database in
            let changes = try reconcile(database)
            let present = try Self.presentKinds(at: date, database)
            for change in changes.begin { try Self.begin(change, at: date, amid: present, database) }
            for change in changes.reword { try Self.reword(change, at: date, database) }
            for end in changes.end { try Self.end(end, at: date, database) }
            for id in changes.seen {
                try database.execute(cached: "UPDATE alert SET seen = ? WHERE id = ?", arguments: [date, id])
            }
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
            database, cached: "SELECT * FROM alert WHERE cleared IS NULL AND kind IN (\(marks)) ORDER BY id",
            arguments: StatementArguments(kinds.map(\.rawValue))
        ).compactMap(AlertState.init)
    }

    /// Those of some kinds that were over after a moment.
    private static func ended(
        _ kinds: Set<Alert.Kind>, since date: Date, _ database: Database
    ) throws -> [AlertState] {
        let marks = databaseQuestionMarks(count: kinds.count)
        return try Row.fetchAll(
            database, cached: "SELECT * FROM alert WHERE cleared > ? AND kind IN (\(marks))",
            arguments: [date] + StatementArguments(kinds.map(\.rawValue))
        ).compactMap(AlertState.init)
    }

    /// The kinds that last, or that were over so short a while ago that what they hold back had no time to come in.
    static func presentKinds(at date: Date, _ database: Database) throws -> Set<Alert.Kind> {
        let names = try String.fetchAll(
            database,
            cached:
                "SELECT DISTINCT kind FROM alert WHERE state <> 'pending' AND fired IS NOT NULL AND (cleared IS NULL OR cleared > ?)",
            arguments: [date - 600])
        return Set(names.compactMap(Alert.Kind.init))
    }

    /// Asks for everything that shows alerts.
    static func enqueueAlerts(_ database: Database) throws {
        try enqueue(Page.timed, version: 0, database)
    }

    private static func begin(
        _ change: AlertReconciliation.Change, at date: Date, amid present: Set<Alert.Kind>, _ database: Database
    ) throws {
        let alert = change.alert
        let isPending = alert.kind.traits.wait > 0 || !alert.kind.heldBackBy.isDisjoint(with: present)
        try insert(
            alert, isPending ? .pending : .firing, size: change.size, isFlapping: change.isFlapping, at: date, database)
        if !isPending { try tellJournal(.alert(change), of: alert, at: date, database) }
    }

    static func insert(
        _ alert: Alert, _ stage: AlertState.Stage, size: Int = 1, isFlapping: Bool = false,
        at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: """
                INSERT INTO alert (kind, subject, message, since, state, fired, size, flapping, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                alert.kind.rawValue, alert.subject, alert.message, time, stage.rawValue, stage == .pending ? nil : time,
                size, isFlapping, isFlapping ? time : nil,
            ])
    }

    /// Ends an alert as a record tells of it; nobody is told once more.
    static func close(_ alert: Alert, at time: some DatabaseValueConvertible, _ database: Database) throws {
        try database.execute(
            cached: """
                UPDATE alert SET cleared = :time, state = 'resolved', end_told = :time
                WHERE kind = :kind AND subject = :subject AND cleared IS NULL
                """,
            arguments: ["time": time, "kind": alert.kind.rawValue, "subject": alert.subject])
    }

    static func reword(
        _ alert: Alert, size: Int = 1, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: """
                UPDATE alert SET message = ?, size = ?, worded = ? WHERE kind = ? AND subject = ? AND cleared IS NULL
                """,
            arguments: [alert.message, size, time, alert.kind.rawValue, alert.subject])
    }

    private static func reword(
        _ change: AlertReconciliation.Change, at date: Date, _ database: Database
    ) throws {
        let alert = change.alert
        try reword(alert, size: change.size, at: date, database)
        let isPending = try Bool.fetchOne(
            database, cached: "SELECT state = 'pending' FROM alert WHERE kind = ? AND subject = ? AND cleared IS NULL",
            arguments: [alert.kind.rawValue, alert.subject])
        if isPending == false { try tellJournal(.reworded(change), of: alert, at: date, database) }
    }

    private static func end(_ end: AlertReconciliation.End, at date: Date, _ database: Database) throws {
        let state = end.state
        // Of what nobody was told, nobody is told that it is over; nor of what another one stands for from now on.
        let isSilent = state.told == nil || !state.alert.kind.traits.tellsEnd || end.successor != nil
        try database.execute(
            cached: "UPDATE alert SET cleared = ?, state = ?, end_told = ? WHERE id = ?",
            arguments: [
                date, end.successor == nil ? AlertState.Stage.resolved.rawValue : merged, isSilent ? date : nil,
                state.id,
            ])
        if state.stage != .pending {
            try tellJournal(.cleared(state.alert, into: end.successor), of: state.alert, at: date, database)
        }
    }

    /// The state of an alert that another one stands for since: nobody asks for it, and it has not come and gone.
    private static let merged = "merged"

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
        (size, isFlapping, seen, worded) = (row["size"], row["flapping"], row["seen"], row["worded"])
    }
}
