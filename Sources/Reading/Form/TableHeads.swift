import Reports

/// The heads of the tables' columns: what tells a head row from a row of numbers, and one table from another.
enum TableHeads {
    /// Whether a line is part of a head: a row with a head in it, or a paragraph of nothing but heads and pieces of them.
    static func isHead(_ line: Transcript.Line) -> Bool {
        let words = words(of: line)
        guard !words.isEmpty else { return false }
        return line.isRow && words.contains(where: isTelling) || words.allSatisfy { isTelling($0) || isPiece($0) }
            || isOfLetters(words)
    }

    /// Whether a line is of letters of the heads of table 4: one of each where they stand upright in their columns.
    private static func isOfLetters(_ words: [String]) -> Bool {
        words.allSatisfy { $0.allSatisfy(letters.contains) } && words.reduce(0) { $0 + $1.count } > 3
    }

    /// Whether a text is the head of a column, or a piece of one.
    static func isHead(_ text: String) -> Bool {
        let words = Label(text).words
        return isTelling(words) || isPiece(words)
    }

    /// The table that a line of a head belongs to; `nil` where it could be any.
    static func table(of line: Transcript.Line) -> FormTable? {
        let words = words(of: line)
        if words.contains(where: { reviewHeads.contains($0) || $0.hasPrefix("行政复议") && isOfLetters([$0]) }) {
            return .review
        }
        if words.contains(where: requestHeads.contains) { return .requests }
        if words.contains(where: isDisclosureHead) { return .disclosure }
        return nil
    }

    /// The labels of the superseded form of 2019 in a row or a head, as printed.
    static func outdated(in line: Transcript.Line) -> [String] {
        texts(of: line).filter { text in
            let words = Label(text).words
            return outdatedHeads.contains(words) || line.isRow && outdatedRows.contains(words)
                || Folding.compact(text).hasPrefix("第二十条第(九)项")
        }
    }

    private static let reviewHeads: Set = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "尚未审结"]
    private static let requestHeads: Set = [
        "申请人情况", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
        "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和",
    ]
    private static let disclosureHeads: Set = [
        "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额",
    ]
    private static let outdatedHeads: Set = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量"]
    /// Labels of rows: alone in a paragraph they could be anything.
    private static let outdatedRows: Set = ["政府集中采购", "其他对外管理服务事项"]
    /// Heads that more than one table has, and what is left of a head that runs over several lines.
    private static let pieces: Set = [
        "自然人", "其他", "总计", "其他结果",
        "商业", "企业", "科研", "机构", "社会公益", "社会", "公益", "组织", "法律服务", "法律", "服务", "自然", "人",
        "结果", "维持", "纠正", "尚未", "审结", "总", "计",
    ]

    /// Of the heads of table 4.
    private static let letters = Set("结果维持纠正其他尚未审总计行政复议诉讼经直接起后")

    /// The heads that can be told when they are misprinted, each with its table.
    static let official: [(head: String, table: FormTable)] =
        ["本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额"].map { ($0, .disclosure) }
        + ["法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构"].map { ($0, .requests) }
        + ["未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "其他结果", "尚未审结"].map { ($0, .review) }

    /// Whether words are a head of the form, or of the one before it.
    static func isKnown(_ word: String) -> Bool { isTelling(word) || isPiece(word) || outdatedRows.contains(word) }

    /// The texts of a line: a cell each, or of a paragraph what stands between spaces.
    private static func texts(of line: Transcript.Line) -> [String] {
        line.isRow ? line.texts : line.texts.flatMap(parts)
    }

    private static func parts(of text: String) -> [String] {
        // Few paragraphs have spaces, and to look at characters takes long.
        guard text.unicodeScalars.contains(where: Folding.isInvisible) else { return [text] }
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func words(of line: Transcript.Line) -> [String] { texts(of: line).map { Label($0).words } }

    private static func isTelling(_ word: String) -> Bool {
        // Prose is longer than any head, and need not be hashed.
        word.utf8.count <= longest
            && (reviewHeads.contains(word) || requestHeads.contains(word) || isDisclosureHead(word)
                || outdatedHeads.contains(word))
    }

    /// In bytes: a letter has four at the most.
    private static let longest = 4 * (requestHeads.map(\.unicodeScalars.count).max() ?? 0)

    private static func isDisclosureHead(_ word: String) -> Bool {
        disclosureHeads.contains(word) || word.hasPrefix("第二十条第") && word.count < 10
    }

    private static func isPiece(_ word: String) -> Bool { word.utf8.count <= longest && pieces.contains(word) }
}
