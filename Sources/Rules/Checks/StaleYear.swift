import Reports

/// A section that speaks of another year as of the one reported on.
///
/// Other years stand in a report for many good reasons: comparisons, plans, numbers of documents, names of meetings, and the whole
/// of section 五. So only this counts: a section that opens a sentence with another year as the time of its own acts, and names the
/// report's year nowhere, or says of that other year the same number that it says of the report's.
enum StaleYear {
    static func hits(in report: Report) -> [Hit] {
        guard let year = report.year else { return [] }
        // Where title and period disagree, that is the finding: either year may be the report's.
        let years = Set([year, report.period?.last.year ?? year])
        let told = report.passages.mapValues { passage in
            passage.flatMap(\.sentences).map { Sentence($0, of: years) }
        }
        let toldFigures = Set(told.values.joined().filter(\.isCurrent).flatMap(\.figures))
        return Section.allCases.filter { $0 != .problems }.compactMap { section in
            let sentences = told[section] ?? []
            let isCurrent = sentences.contains(where: \.isCurrent)
            let figures = Set(sentences.filter(\.isCurrent).flatMap(\.figures))
            for sentence in sentences {
                let isRepeated = !sentence.isCurrent && !toldFigures.isDisjoint(with: sentence.figures)
                guard let other = openingYear(of: sentence.text, leads + (isRepeated ? acts : [])),
                    !years.contains(other), !excuses(sentence.words),
                    !isCurrent || !sentence.isCurrent && !figures.isDisjoint(with: sentence.figures)
                else { continue }
                return Hit(
                    at: .section(section), excerpt: sentence.words[...], around: "\(other)",
                    facts: ["found": .number(other), "title": .number(year)])
            }
            return nil
        }
    }

    private struct Sentence {
        /// As printed.
        let words: String
        /// Without white space, narrow.
        let text: String
        /// Whether it names one of the report's years.
        let isCurrent: Bool
        let figures: [String]

        init(_ words: String, of years: Set<Int>) {
            self.words = words
            let text = words.compact
            self.text = text
            isCurrent = text.mentionsAny(of: years.map { "\($0)年" })
            figures = StaleYear.figures(in: text)
        }
    }

    /// The numbers of a compact sentence with their measures, 61条. Small ones are the same by chance.
    private static func figures(in text: String) -> [String] {
        var figures: [String] = []
        var digits = ""
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar), digits.utf8.count < 12 {
                digits.unicodeScalars.append(scalar)
            } else {
                if digits.utf8.count > 1, measures.contains(scalar) { figures.append(digits + String(scalar)) }
                digits = ""
            }
        }
        return figures
    }

    private static let measures = Set("条件份篇次项个".unicodeScalars)

    /// The year with which a compact sentence opens, its numbering and 截至 aside: （二）依申请公开情况：2023 年，….
    private static func openingYear(of text: String, _ leads: [String]) -> Int? {
        // Few sentences name a year, and to look at characters takes long.
        guard text.mentions("年") else { return nil }
        for clause in text.split(maxSplits: 2, whereSeparator: { ":：,，。;；".contains($0) }).prefix(2) {
            let start = clause.drop { !("0"..."9").contains($0) || $0.isWhitespace }
            let before = clause[..<start.startIndex]
            let digits = start.prefix { ("0"..."9").contains($0) }
            guard digits.count == 4, start.dropFirst(4).first == "年", isLead(before), let year = Int(digits),
                (2008...2099).contains(year)
            else { continue }
            let rest = start.dropFirst(5)
            guard rest.isEmpty || leads.contains(where: { rest.hasPrefix($0) }) else { continue }
            return year
        }
        return nil
    }

    private static func isLead(_ words: Substring) -> Bool {
        words.isEmpty || ["截至", "截止", "在"].contains(String(words))
    }

    /// What follows the year where it is the time of the body's own acts.
    private static let leads = [
        "度", "全年", "我局", "我委", "我办", "我厅", "我省", "我州", "我单位", "我镇", "我乡", "我区", "我县", "我市", "我街道", "本", "全市", "全县",
        "全区", "共",
        "未", "没有", "无", "12月31日", "以来",
    ]

    /// What is told of another year in any report, unless its number is that of the report's year.
    private static let acts = ["主动公开", "公开", "发布", "收到", "受理", "办理", "制发"]

    private static func excuses(_ sentence: String) -> Bool {
        sentence.mentionsAny(of: ["将", "拟", "计划", "下一步", "比", "较", "上年", "上一年", "去年", "问题", "整改", "会议", "《"])
    }
}
