import Alerts
import Linux
import Office

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
            .acknowledged, .notice, "已有人处理：\(state.alert.kind.traits.title)（\(state.alert.subject)）。\(why)",
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
