package import Office
package import Rules

/// What somebody of the office wants decided, on the current version of a report.
package struct DecisionRequest: Sendable, Equatable {
    package enum Wish: Sendable, Hashable {
        case waive(FindingKey)
        case unwaive(FindingKey)
        /// `accepted` or `returned`.
        case overrule(Verdict)
        case withdrawOverrule
    }

    /// As versions are filed.
    package var year: String
    package var agency: String
    /// The version that whoever decides has seen; `nil` for whatever is current.
    package var version: Int?
    package var wish: Wish
    /// `Standing.Line.state` as whoever decides has seen it; `nil` for whatever it is.
    package var seen: Int?
    /// As it was written down.
    package var why: String

    package init(year: String, agency: String, version: Int? = nil, _ wish: Wish, why: String) {
        self.year = year
        self.agency = agency
        self.version = version
        self.wish = wish
        self.why = why
    }
}

/// What came of a request.
package enum DecisionOutcome: Sendable, Equatable {
    /// It is recorded. One that was withdrawn has its withdrawal.
    case taken(Decision)
    /// It had been decided so before: nothing is recorded. The decision that says so, where there is one.
    case alreadySo(Decision?)
    /// The report is another one by now: the finding rests on other facts, or the whole version is another.
    case stale
    /// The office has decided on the finding since it was seen.
    case decidedSince
    /// The current version has no such finding.
    case unknownFinding
    /// There is no report of the agency for the year.
    case unknownReport
    /// It has not been checked: there is no finding to waive, or it is checked again by itself.
    case notChecked
    case noReason
    /// Longer than `Reason.longest`.
    case reasonTooLong
}

extension DecisionRequest {
    /// What a wish comes to.
    enum Step {
        case left(DecisionOutcome)
        case decide(Decision.Subject, words: String)
        case withdraw(Decision)
    }

    /// What is to be done for a report that stands so; `reason` is `why` as it is recorded.
    func step(_ current: ReportVersion, _ standing: Standing, because reason: String) -> Step {
        switch wish {
        case .waive(let key):
            guard current.result.verdict.isOfContent else { return .left(.notChecked) }
            guard let line = standing.lines.first(where: { $0.key == key }) else {
                return .left(lacking(key, current, standing))
            }
            if let waiver = line.waiver { return .left(.alreadySo(waiver)) }
            return isSeen(line) ? .decide(.waive(key), words: line.finding.message) : .left(.decidedSince)
        case .unwaive(let key):
            guard let line = standing.lines.first(where: { $0.key == key }) else {
                return .left(lacking(key, current, standing))
            }
            guard let waiver = line.waiver else { return .left(.alreadySo(nil)) }
            return isSeen(line) ? .withdraw(waiver) : .left(.decidedSince)
        case .overrule(let verdict):
            guard Overruling.verdicts.contains(verdict), current.result.verdict != .failed else {
                return .left(.notChecked)
            }
            if let version, version != current.version { return .left(.stale) }
            if let overrule = standing.overrule, overrule.overruling?.verdict == verdict, overrule.why == reason {
                return .left(.alreadySo(overrule))
            }
            // What is returned by its findings alone would be accepted once somebody waives these.
            if standing.overrule == nil, standing.verdict == verdict, verdict == .accepted {
                return .left(.alreadySo(nil))
            }
            let result = current.result
            return .decide(
                .overrule(Overruling(verdict: verdict, instead: result.verdict, sha256: result.sha256)),
                words: "\(result.verdict.name)→\(verdict.name)")
        case .withdrawOverrule:
            if let version, version != current.version { return .left(.stale) }
            return standing.overrule.map { .withdraw($0) } ?? .left(.alreadySo(nil))
        }
    }

    /// Whether it stands as whoever decides has seen it.
    private func isSeen(_ line: Standing.Line) -> Bool { seen.map { $0 == line.state } ?? true }

    /// Why a finding can't be decided on that is not there: what is there is about other facts, the version that was seen is no longer the
    /// current one, or there is nothing.
    private func lacking(_ key: FindingKey, _ current: ReportVersion, _ standing: Standing) -> DecisionOutcome {
        let hasOther = standing.lines.contains { $0.key.rule == key.rule && $0.key.at == key.at }
        let isOld = version.map { $0 < current.version } ?? false
        return hasOther || isOld ? .stale : .unknownFinding
    }
}
