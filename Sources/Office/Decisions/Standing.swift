package import Rules

/// How a version stands: what was found in it, and what the office has decided on that.
///
/// Everything that shows a version or counts it goes by this, and by this alone.
package struct Standing: Sendable, Equatable {
    /// A finding with what the office says of it.
    package struct Line: Sendable, Equatable {
        /// Counts through the receipt from 1. It stays the same whatever is decided.
        package let number: Int
        package let finding: ResultFinding
        package let key: FindingKey
        /// The decision by which it does not count.
        package let waiver: Decision?
        /// Where it counts: a decision on the same rule at the same place, which was on other facts.
        package let former: Decision?
        /// What was decided on it last: the number of the decision, negative where it was taken back; 0 where nothing was.
        package let state: Int

        package var isWaived: Bool { waiver != nil }
    }

    /// The findings in the order of the receipt.
    package let lines: [Line]
    /// The decision on the whole version.
    package let overrule: Decision?
    /// Where there is none: a decision on this version that was made when the check had come to something else.
    package let formerOverrule: Decision?
    /// What the check came to.
    package let checked: Verdict
    /// What is left of that.
    package let verdict: Verdict

    /// `decisions` are those on the versions of the report, and those that are told of; `number` is the one that stands here.
    package init(_ result: ReportResult, version number: Int = 1, _ decisions: [Decision] = []) {
        let told = decisions.filter { $0.formerName != nil || $0.version <= number }
        let known = told.filter { $0.formerName == nil }
        let findings = result.findingsByWeight.map { (finding: $0, key: FindingKey($0, in: result)) }
        let keys = Set(findings.map(\.key))
        lines = zip(1..., findings).map { place, found in
            let last = known.last { $0.finding == found.key }
            let waiver = last?.standing
            // Beside another one, a decision on that one says nothing of this.
            let former = told.last { $0.concerns(found.key) && $0.finding.map(keys.contains) == false }?.standing
            return Line(
                number: place, finding: found.finding, key: found.key, waiver: waiver,
                former: waiver == nil ? former : nil, state: last.map { $0.withdrawal == nil ? $0.id : -$0.id } ?? 0)
        }
        let last = known.last { $0.overruling?.concerns(result, isMadeForIt: $0.version == number) ?? false }?.standing
        let holds = last?.overruling?.instead == result.verdict
        (overrule, formerOverrule) = holds ? (last, nil) : (nil, last)
        checked = result.verdict
        verdict = overrule?.overruling?.verdict ?? Self.verdict(left: lines, of: result)
    }

    /// What could not be checked is no matter of findings.
    private static func verdict(left lines: [Line], of result: ReportResult) -> Verdict {
        guard result.verdict.isOfContent, lines.contains(where: \.isWaived) else { return result.verdict }
        return Verdict(lines.filter { !$0.isWaived }.map(\.finding.severity))
    }

    package var open: [Line] { lines.filter { !$0.isWaived } }
    package var waived: [Line] { lines.filter(\.isWaived) }

    /// The findings that count, in the order of the form.
    package func openAsFound(in result: ReportResult) -> [ResultFinding] {
        let keys = Set(waived.map(\.key))
        return keys.isEmpty ? result.findings : result.findings.filter { !keys.contains(FindingKey($0, in: result)) }
    }

    /// How many findings of a severity count.
    package func count(of severity: Severity) -> Int {
        lines.count { !$0.isWaived && $0.finding.severity == severity }
    }
}

extension Decision {
    package var overruling: Overruling? {
        if case .overrule(let overruling) = subject { overruling } else { nil }
    }

    package var finding: FindingKey? {
        if case .waive(let key) = subject { key } else { nil }
    }

    /// Itself, unless it was taken back. Of several on one matter the last one counts, so that no earlier one comes back.
    fileprivate var standing: Decision? { withdrawal == nil ? self : nil }

    fileprivate func concerns(_ key: FindingKey) -> Bool {
        finding.map { $0.rule == key.rule && $0.at == key.at } ?? false
    }
}

extension Overruling {
    /// A version that has the same bytes is the same.
    fileprivate func concerns(_ result: ReportResult, isMadeForIt: Bool) -> Bool {
        isMadeForIt || !sha256.isEmpty && sha256 == result.sha256
    }
}

extension Standing {
    /// Which of the findings that count somebody means: by its number, by `rule`, or by `rule@place`.
    package enum Choice: Sendable, Equatable {
        case one(Line)
        case none
        /// Several, or one where it is not certain that it is meant.
        case ambiguous([Line])
    }

    /// The finding that words mean, among those that are waived or those that are not.
    package func choose(_ words: String, waived isWaived: Bool) -> Choice {
        let meant: [Line]
        if let number = Int(words) {
            meant = lines.filter { $0.number == number }
        } else {
            let parts = words.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            meant = lines.filter { line in
                line.key.rule == parts[0] && (parts.count == 1 || line.key.at == parts[1])
            }
        }
        // What is decided already is an answer, too, where nothing else can be meant.
        let fitting = meant.filter { $0.isWaived == isWaived }
        let chosen = fitting.isEmpty ? meant : fitting
        // Findings that have the same key are one to the office.
        guard let first = chosen.first else { return .none }
        return chosen.allSatisfy { $0.key == first.key } ? .one(first) : .ambiguous(chosen)
    }
}
