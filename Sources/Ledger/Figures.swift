import Alerts
import GRDB
package import Rules

/// What the ledger holds, in numbers.
package struct Figures: Sendable, Equatable {
    /// The current report versions by verdict.
    package var verdicts: [Verdict: Int] = [:]
    /// The journal entries that no journal has yet.
    package var unsent = 0
    /// The journal entries that were sent and not read back yet.
    package var unconfirmed = 0

    /// What is wrong at this moment.
    package var alerts = 0

    package init() {}

    /// As the ledger keeps them; nothing is counted that there can be many of.
    init(of database: Database) throws {
        for row in try Row.fetchAll(database, cached: "SELECT name, value FROM figure") {
            let (name, value): (String, Int) = (row["name"], row["value"])
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            switch parts.first {
            case "unsent": unsent = value
            case "unconfirmed": unconfirmed = value
            case "alert":
                if Alert.Kind(rawValue: parts.last ?? "")?.traits.isOnOverview == true { alerts += value }
            default:
                if let verdict = Verdict(rawValue: parts.last ?? ""), value > 0 { verdicts[verdict] = value }
            }
        }
    }
}
