import Foundation
import GRDB
import Office

/// Decisions that hold for a report since they were made on another one: each is a record of its own, since a roster can change, and what was
/// decided is never a matter of that.
extension Ledger {
    /// Decides for the report of a body under its present name, where that counts, what the office has said last on the same in its reports
    /// under other names, as it would hold for a later version of one report: what was decided is decided, and what was taken back is taken back.
    static func carryDecisions(
        to agency: String, in year: String, at date: Date, _ database: Database
    ) throws {
        let names = try adoptedNames(database).all(of: agency)
        guard names.count > 1, names[0] == agency, try filedName(of: agency, in: year, database) == agency,
            let row = try currentVersion(of: agency, year: year, database)
        else { return }
        var version = try ReportVersion(row: row)
        version.decisions = try decisions(of: agency, year: year, database)
        let said = try names.flatMap { name in try decisions(of: name, year: year, database).map { (name, $0) } }
            .sorted { $0.1.record < $1.1.record }
        for matter in version.matters {
            guard let (name, last) = said.last(where: { matter.isOf($0.1) }), name != agency else { continue }
            try settle(matter, as: last, "以“\(name)”的名称报送时", on: &version, at: date, database)
        }
    }

    /// Decides for a version that was filed anew what the office has said last on its bytes where they were filed before, unless it has said
    /// something on the same since.
    static func carryDecisions(
        from kept: ReportVersion, to version: inout ReportVersion, at date: Date, _ database: Database
    ) throws {
        let said = kept.decisions.filter { $0.version == kept.version }
        for matter in version.matters {
            guard let last = said.last(where: matter.isOf),
                version.decisions.allSatisfy({ !matter.isOf($0) || $0.record < last.record })
            else { continue }
            // What was taken back there is none that was made for another report of the body.
            if last.withdrawal != nil, let decision = matter.decision, try !isMade(decision, for: version, database) {
                continue
            }
            try settle(matter, as: last, "归在“\(kept.agency)”名下时", on: &version, at: date, database)
        }
    }

    /// Whether a decision was made for a version with the bytes of one.
    private static func isMade(_ decision: Decision, for version: ReportVersion, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            cached: "SELECT content = ? FROM version WHERE year = ? AND agency = ? AND number = ?",
            arguments: [version.result.sha256, version.year, version.agency, decision.version]) ?? false
    }

    /// Records once more what was said, unless it is so, or a verdict is what the check comes to by itself.
    private static func settle(
        _ matter: Matter, as said: Decision, _ origin: String, on version: inout ReportVersion, at date: Date,
        _ database: Database
    ) throws {
        if let end = said.withdrawal {
            guard let decision = matter.decision else { return }
            let why = "\(origin)已撤销\(said.verb)：\(end.why)".reason
            let facts = WithdrawalFacts(decision: decision.id, why: why, who: end.who)
            try record(facts, of: decision, on: &version, at: date, database)
        } else if matter.decision?.subject != said.subject, said.overruling?.verdict != version.result.verdict {
            let why = "\(origin)已\(said.verb)：\(said.why)".reason
            let facts = DecisionFacts(said.subject, words: matter.words ?? said.words, why: why, who: said.who)
            try record(facts, said.subject, on: &version, at: date, database)
        }
    }
}

/// What can be decided on of a version: a finding, or the whole.
private struct Matter {
    let key: FindingKey?
    let sha256: String
    let words: String?
    /// What holds.
    let decision: Decision?

    func isOf(_ other: Decision) -> Bool {
        if let key { return other.finding == key }
        return !sha256.isEmpty && other.overruling?.sha256 == sha256
    }
}

extension ReportVersion {
    fileprivate var matters: [Matter] {
        let standing = standing
        var keys: Set<FindingKey> = []
        let lines = result.verdict.isOfContent ? standing.lines.filter { keys.insert($0.key).inserted } : []
        return lines.map {
            Matter(key: $0.key, sha256: result.sha256, words: $0.finding.message, decision: $0.waiver)
        } + [Matter(key: nil, sha256: result.sha256, words: nil, decision: standing.overrule)]
    }
}

extension Decision {
    /// The number of the record that says how it stands.
    fileprivate var record: Int { withdrawal?.id ?? id }

    fileprivate var verb: String { finding == nil ? "改定" : "核销" }
}

extension String {
    /// No longer than a reason may be.
    fileprivate var reason: String { String(prefix(Reason.longest)) }
}
