/// The title line of a report: XX局2024年政府信息公开工作年度报告.
package struct Title: Sendable, Hashable, Codable {
    /// The line as printed; two lines are joined.
    package var text: String
    /// The year it names.
    package var year: Int?
    /// The body it names.
    package var agency: String?

    package init(text: String, year: Int? = nil, agency: String? = nil) {
        self.text = text
        self.year = year
        self.agency = agency
    }
}
