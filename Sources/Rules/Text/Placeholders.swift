import Reports

/// Words of the template that someone forgot to replace.
enum Placeholders {
    /// The placeholders in a passage, each once.
    static func found(in passage: Passage) -> [String] {
        let text = passage.text
        return phrases.filter(text.mentions) + blanks(in: text)
    }

    /// Only what no sentence of a report would say: 请填写申请表 and 信息有待补充 are honest words.
    private static let phrases = [
        "必要文字表述", "此处填写", "此处填入", "（待填写）", "（待补充）", "（单位名称）", "20XX年", "20××年", "20xx年",
    ]

    /// XX年, ××局: two or more crosses beside Chinese text. Crosses beside letters or digits are addresses and masked numbers.
    private static func blanks(in text: String) -> [String] {
        guard text.contains(where: { "XＸ×╳〇○x".contains($0) }) else { return [] }
        let blanks = text.matches(
            of: #/(?:^|[^A-Za-z0-9*])((?:[XＸ×╳〇○]{2,}|x{2,4})\s*(?:年|月|日|局|委|办|县|区|市|镇|乡|件|条|份|次|单位|部门))/#)
        var seen: Set<String> = []
        return blanks.map { String($0.1) }.filter { seen.insert($0).inserted }
    }
}
