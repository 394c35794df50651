import Office

/// What people of the office have done by command.
extension Entry {
    static func acceptedTime(_ filing: Filing, shown: String, _ facts: AcceptanceFacts) throws -> Entry {
        Entry(
            .acceptedTime, .notice,
            "\(filing.agency) \(filing.year) 年度报告的报送时间认定为 \(shown)。理由：\(facts.why)",
            fields: ["AGENCY": filing.agency, "YEAR": filing.year, "TIME": shown, "WHY": facts.why, "FACTS": try JSON.line(facts)])
    }
}
