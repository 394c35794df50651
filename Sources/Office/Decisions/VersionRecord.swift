package import Foundation
import Rules

/// A version as `nianbao show --json` writes it: the result, with the key `standing` beside those of `nianbao.result/1`.
package struct VersionRecord: Encodable, Sendable {
    private let result: ReportResult
    private let standing: StandingRecord

    /// The record of a version. Its times carry the offset of `zone`.
    package init(_ version: ReportVersion, in zone: TimeZone = .china) {
        result = version.result
        standing = StandingRecord(version, zone)
    }

    private enum CodingKeys: String, CodingKey { case standing }

    package func encode(to encoder: any Encoder) throws {
        try result.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(standing, forKey: .standing)
    }
}

/// How a version stands, for programs.
private struct StandingRecord: Encodable {
    /// A finding that does not count, with its number in the receipt and the decision.
    struct Waived: Encodable {
        let number: Int
        let rule, at, message: String
        let decision: DecisionRecord
    }

    let version: Int
    let verdict: Verdict
    let errors, warnings: Int
    let waived: [Waived]
    /// Left out where the office has not overruled the verdict of the result.
    let overrule: DecisionRecord?

    init(_ version: ReportVersion, _ zone: TimeZone) {
        let standing = version.standing
        self.version = version.version
        verdict = standing.verdict
        (errors, warnings) = (standing.count(of: .error), standing.count(of: .warning))
        waived = standing.waived.compactMap { line in
            line.waiver.map {
                Waived(
                    number: line.number, rule: line.key.rule, at: line.key.at, message: line.finding.message,
                    decision: DecisionRecord($0, zone))
            }
        }
        overrule = standing.overrule.map { DecisionRecord($0, zone) }
    }
}

/// A decision, for programs.
private struct DecisionRecord: Encodable {
    /// The number of the record that tells of it, and the version that it was made for.
    let record, version: Int
    let verdict: Verdict?
    let why, at, account: String
    let uid: UInt32
    let through, by: String?

    init(_ decision: Decision, _ zone: TimeZone) {
        (record, version) = (decision.id, decision.version)
        verdict = decision.overruling?.verdict
        (why, at) = (decision.why, decision.at.stamp(in: zone))
        let who = decision.who
        (account, uid, through, by) = (who.account, who.uid, who.through, who.by)
    }
}
