import Reports
import Rules

/// What a body may read of its own reports: nothing that tells of another one.
extension ResultFinding {
    /// The finding in words that tell of nobody else. Where there are others than its own, what it rests on is left out.
    var discreet: ResultFinding {
        var finding = self
        switch Rulebook.disclosure(of: rule, at: Place(path: at), facts: facts) {
        case .whole: return self
        case .message(let message, let fix):
            finding.message = message
            finding.fix = fix ?? finding.fix
            finding.facts = facts.filter { $0.key == "cells" }
        case .unknown:
            (finding.message, finding.fix) = ("这一条是按以前的规则校核的。", "具体内容请向校核单位了解。")
            finding.facts = [:]
        }
        finding.excerpt = ""
        return finding
    }
}

extension ReportVersion {
    /// The version as its body may read it. Words that a person of the office has written stay with the office: nobody can tell whom they
    /// name.
    var discreet: ReportVersion {
        var version = self
        version.entry?.why = ""
        version.result.findings = result.findings.map(\.discreet)
        // What was decided on a finding is decided on it in other words as well.
        let keys = Dictionary(
            zip(result.findings, version.result.findings).map { finding, discreet in
                (FindingKey(finding, in: result), FindingKey(discreet, in: version.result))
            }
        ) { first, _ in first }
        version.decisions = decisions.map { $0.discreet(keys) }
        return version
    }
}

extension Decision {
    /// The decision without words, on the findings as the body reads them: `keys` has theirs by those of the office.
    fileprivate func discreet(_ keys: [FindingKey: FindingKey]) -> Decision {
        var decision = self
        if let key = finding.flatMap({ keys[$0] }) { decision.subject = .waive(key) }
        (decision.words, decision.why) = ("", "")
        decision.withdrawal?.why = ""
        return decision
    }
}
