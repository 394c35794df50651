import Reports

extension Report {
    /// What a section says: its paragraphs without the foot of the report and the lines that a web page adds.
    func substance(of section: Section) -> [String] {
        (passages[section] ?? []).filter { !isFoot($0) && !Furniture.isLine($0) }
    }

    /// Whether a paragraph is the signature or the day under it: the foot of the report, not the text of its last section.
    private func isFoot(_ paragraph: String) -> Bool {
        let text = paragraph.compact
        return text == signature || Report.isDay(text)
    }

    /// 2025年1月20日, 二〇二五年一月二十日.
    private static func isDay(_ text: String) -> Bool {
        guard text.utf8.count < 60 else { return false }
        let parts = text.split(omittingEmptySubsequences: false) { "年月日".contains($0) }
        return parts.map { 1...3 ~= $0.count } == [false, true, true, false] && parts[0].count == 4 && parts[3].isEmpty
            && text.filter { "年月日".contains($0) } == "年月日"
            && parts[0].allSatisfy { "0123456789〇○零一二三四五六七八九".contains($0) }
    }
}
