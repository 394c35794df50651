import Reports

/// Finds the title line among what stands before the first section.
enum TitleReader {
    /// The title, over at most three lines, with the year and the body it names.
    static func title(in preamble: [String]) -> Title? {
        let lines = preamble.prefix(15).map { Folding.trim($0) }
        guard let last = lines.firstIndex(where: isEnd) else { return nil }
        var title = Title(text: lines[last], year: YearReader.first(in: lines[last]), agency: agency(in: lines[last]))
        // The body and the year can stand on lines of their own above.
        for line in lines[..<last].reversed().prefix(2) where title.agency == nil || title.year == nil {
            guard isPiece(line) else { break }
            let text = line + title.text
            title = Title(text: text, year: YearReader.first(in: text), agency: agency(in: text))
        }
        return title
    }

    /// Whether a line ends a title: …政府信息公开工作年度报告, a remark in brackets allowed.
    private static func isEnd(_ line: String) -> Bool {
        let compact = withoutRemark(Folding.compact(line))
        guard compact.count <= 60, !compact.contains(where: { "。；;:".contains($0) }) else { return false }
        return compact.mentions("公开") && (compact.hasSuffix("报告") || compact.hasSuffix("年报"))
    }

    /// Whether a line can be the upper part of a title: short, and no sentence.
    private static func isPiece(_ line: String) -> Bool {
        let compact = Folding.compact(line)
        return (2...30).contains(compact.count) && !compact.contains(where: { "。，,；;：:|、".contains($0) })
    }

    /// The body in a title: what is left before 政府信息公开 when the year and the words of sending are taken off.
    private static func agency(in text: String) -> String? {
        let compact = Folding.compact(text)
        let cuts = subjects.compactMap { compact.firstRange(of: $0)?.lowerBound }
        guard let cut = cuts.min() else { return nil }
        var name = Substring(YearReader.removingYears(from: String(compact[..<cut])))
        if let lead = leads.first(where: name.hasPrefix) { name = name.dropFirst(lead.count) }
        while let last = name.last, "的《(".contains(last) { name = name.dropLast() }
        let plain = name.filter { !"《》\"“”".contains($0) }
        return plain.count >= 2 ? plain : nil
    }

    /// What a report is on; the body stands before it.
    private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"]
    /// Words that lead up to the body.
    private static let leads = ["关于印发", "关于报送", "关于发布", "关于公布", "关于"]

    private static func withoutRemark(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return text }
        return String(text[..<open])
    }
}
