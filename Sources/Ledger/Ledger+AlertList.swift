import Alerts
import Channels
package import Foundation
import GRDB
package import Office
package import Reports

extension Ledger {
    /// What programs see of the alerts.
    package nonisolated func alertList(at date: Date, validFor: Duration, roster: Roster) throws -> AlertList {
        try view { try Self.alertList($0, at: date, validFor: validFor, roster: roster) }
    }

    static func alertList(
        _ database: Database, at date: Date, validFor: Duration, roster: Roster
    ) throws -> AlertList {
        let year = Period.Day(date, in: roster.deadlines.timeZone).year - 1
        let names = FiledNames(roster)
        let filed = try String.fetchSet(
            database, sql: "SELECT agency FROM version WHERE year = ? AND successor IS NULL", arguments: [String(year)])
        let handedIn = Set(filed.map(names.body))
        return AlertList(
            generatedAt: date, validUntil: date + validFor / .seconds(1),
            alerts: try lasting(database).filter { $0.stage != .pending }.map(AlertList.Alert.init),
            missing: roster.agencies.count { !handedIn.contains(Filing(year: year, agency: $0.name).agency) },
            unsent: try Figures(of: database).unsent,
            unsentSince: try oldestUnsent(database))
    }
}

extension AlertList.Alert {
    fileprivate init(_ state: AlertState) {
        let traits = state.alert.kind.traits
        self.init(
            number: state.id, kind: state.alert.kind.rawValue, severity: traits.severity.rawValue,
            state: state.stage.rawValue, title: traits.title, subject: state.alert.subject,
            message: state.alert.message, since: state.since)
    }
}
