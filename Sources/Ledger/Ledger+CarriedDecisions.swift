import Foundation
import GRDB
import Office

/// Decisions on what a body has handed in before it was renamed.
extension Ledger {
    /// Decides for the current report of a body under its present name what the office has decided on the same findings of its reports under
    /// former names, as it would hold for a later version of one report. Each is a record of its own, since a roster can change: what was
    /// decided is never a matter of that. On what the office has decided here already it has the last word.
    static func carryDecisions(
        to agency: String, in year: String, at date: Date, _ database: Database
    ) throws {
        let names = try adoptedNames(database)
        let former = names.all(of: agency).dropFirst()
        guard !former.isEmpty, names.body(agency) == agency,
            try replaced(names, in: year, database)[agency] == nil,
            let row = try currentVersion(of: agency, year: year, database)
        else { return }
        var version = try ReportVersion(row: row)
        version.decisions = try decisions(of: agency, year: year, database)
        let earlier = try former.flatMap { name in try decisions(of: name, year: year, database).map { (name, $0) } }
            .sorted { $0.1.id < $1.1.id }
        var open = Set(version.standing.lines.filter { $0.state == 0 }.map(\.key))
        for line in version.standing.lines where open.remove(line.key) != nil {
            guard let (name, decision) = earlier.last(where: { $0.1.finding == line.key }),
                decision.withdrawal == nil
            else { continue }
            let why = String("以“\(name)”的名称报送时已核销：\(decision.why)".prefix(Reason.longest))
            let facts = DecisionFacts(decision.subject, words: line.finding.message, why: why, who: decision.who)
            try record(facts, decision.subject, on: &version, at: date, database)
        }
    }
}
