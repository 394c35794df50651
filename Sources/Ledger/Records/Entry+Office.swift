import Alerts
import Linux
import Office
import Rules

/// What people of the office have done by command.
extension Entry {
    static func acceptedTime(_ filing: Filing, shown: String, _ facts: AcceptanceFacts) throws -> Entry {
        Entry(
            .acceptedTime, .notice,
            "\(filing.agency) \(filing.year) 年度报告的报送时间认定为 \(shown)。理由：\(facts.why)",
            fields: [
                "AGENCY": filing.agency, "YEAR": filing.year, "TIME": shown, "WHY": facts.why,
                "FACTS": try JSON.line(facts),
            ])
    }
}

extension Entry {
    static func acknowledged(_ state: AlertState, why: String) -> Entry {
        var fields = state.alert.fields
        fields["NUMBER"] = String(state.id)
        fields["WHY"] = why
        return Entry(
            .acknowledged, .notice, "已有人处理：\(state.alert.kind.traits.title)（\(state.alert.about.name)）。\(why)",
            fields: fields)
    }

    /// `alert` is the one that the target names by its number.
    static func muted(_ target: String, _ alert: Alert?, until: String, _ facts: MuteFacts) throws -> Entry {
        var fields = alert?.fields ?? [:]
        fields["TARGET"] = target
        fields["UNTIL"] = until
        fields["WHY"] = facts.why
        fields["FACTS"] = try JSON.line(facts)
        return Entry(.muted, .notice, "到 \(until) 为止不发送：\(target)。\(facts.why)", fields: fields)
    }
}

extension Entry {
    /// `version` is the current one, as it stands with the decision.
    static func decided(_ decision: Decision, _ version: ReportVersion, _ facts: DecisionFacts) throws -> Entry {
        var fields = decision.fields(of: version)
        fields["FACTS"] = try JSON.line(facts)
        let what =
            switch decision.subject {
            case .waive: "核销 \(version.versionName)的一处问题：\(decision.words)"
            case .overrule: "\(version.versionName)由办公室改定：\(decision.words)。"
            }
        return Entry(.decided, .notice, decision.told(what, decision.why, decision.who, version), fields: fields)
    }

    /// `version` is the current one, as it stands without the decision.
    static func withdrawn(_ decision: Decision, _ version: ReportVersion, _ facts: WithdrawalFacts) throws -> Entry {
        var fields = decision.fields(of: version)
        fields["DECISION_RECORD"] = String(decision.id)
        fields["WHY"] = facts.why
        fields.merge(facts.who.fields) { $1 }
        if facts.who.by == nil { fields["BY"] = nil }
        fields["FACTS"] = try JSON.line(facts)
        let what =
            switch decision.subject {
            case .waive: "撤销核销：\(version.name)的一处问题重新计入：\(decision.words)"
            case .overrule: "撤销改定：\(version.name)的结论恢复为校核结论（原改定：\(decision.words)）。"
            }
        return Entry(.withdrawn, .notice, decision.told(what, facts.why, facts.who, version), fields: fields)
    }
}

extension Entry {
    /// A file of the office with what came of it; the decisions in it have entries of their own.
    static func deskTaken(_ file: DeskFile, _ facts: DeskFacts) throws -> Entry {
        var fields = ["FILE": file.name].merging(file.who.fields) { $1 }
        fields["COUNT"] = String(facts.lines.count)
        if !facts.content.hasPrefix(Content.unread) { fields["SHA256"] = facts.content }
        fields["FACTS"] = try JSON.line(facts)
        let isWhole = facts.refused == nil && facts.lines.allSatisfy(\.answer.isAsWanted)
        return Entry(
            .deskTaken, isWhole ? .notice : .warning,
            "办公室的文件“\(file.name)”（\(file.who.shown)）：\(file.summary)", fields: fields)
    }
}

extension Decision {
    fileprivate func fields(of version: ReportVersion) -> [String: String] {
        var fields = [
            "AGENCY": version.agency, "YEAR": version.year, "VERSION": String(version.version),
            "VERDICT": version.standing.verdict.rawValue, "WHY": why,
        ]
        switch subject {
        case .waive(let key):
            fields["DECISION"] = "waive"
            (fields["RULE"], fields["AT"]) = (key.rule, key.at)
        case .overrule: fields["DECISION"] = "overrule"
        }
        return fields.merging(who.fields) { $1 }
    }

    fileprivate func told(_ what: String, _ why: String, _ who: Decider, _ version: ReportVersion) -> String {
        "\(what)理由：\(why)。决定人：\(who.shown)。现在的结论：\(version.standing.verdict.name)。"
    }
}

extension Decider {
    /// What the journal finds who decided by.
    var fields: [String: String] {
        var fields = ["ACCOUNT": account, "ACCOUNT_UID": String(uid)]
        fields["ACCOUNT_THROUGH"] = through
        fields["BY"] = by
        return fields
    }
}
