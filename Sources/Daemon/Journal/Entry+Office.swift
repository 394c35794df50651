/// What people of the office have done by command.
extension Entry {
    static func acceptedTime(_ filing: Filing, shown: String, why: String) -> Entry {
        Entry(
            .acceptedTime, .notice,
            "\(filing.agency) \(filing.year) 年度报告的报送时间认定为 \(shown)。理由：\(why)",
            fields: ["AGENCY": filing.agency, "YEAR": filing.year, "TIME": shown, "WHY": why])
    }
}
