import Reports

/// Words of the template that someone forgot to replace.
enum Placeholders {
    /// The placeholders in a passage, each once.
    static func found(in passage: Passage) -> [Substring] {
        let whole = phrases.compactMap { phrase in
            passage.paragraphs.lazy.compactMap { $0.firstMention(of: phrase) }.first
        }
        return whole + passage.paragraphs.flatMap(blanks).distinct
    }

    /// Only what no sentence of a report would say: 请填写申请表 and 信息有待补充 are honest words.
    private static let phrases = [
        "必要文字表述", "此处填写", "此处填入", "（待填写）", "（待补充）", "（单位名称）", "20XX年", "20××年", "20xx年",
    ]

    private static let units = [
        "年", "月", "日", "局", "委", "办", "县", "区", "市", "镇", "乡", "件", "条", "份", "次", "单位", "部门",
    ]

    /// XX年, ××局: two or more crosses beside Chinese text. Crosses beside letters or digits are addresses and masked numbers.
    private static func blanks(in paragraph: String) -> [Substring] {
        // Few paragraphs have any, and to look at characters takes long.
        guard paragraph.unicodeScalars.contains(where: { "XＸ×╳〇○x".unicodeScalars.contains($0) }) else { return [] }
        let runs = paragraph.runs { "XＸ×╳〇○".contains($0) } + paragraph.runs { $0 == "x" }.filter { $0.count <= 4 }
        return runs.filter { $0.count >= 2 }.compactMap { run in
            let before = paragraph[..<run.startIndex].last
            guard before.map({ !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "*") }) ?? true else { return nil }
            let rest = paragraph[run.endIndex...].drop(while: \.isWhitespace)
            guard let unit = units.first(where: rest.hasPrefix) else { return nil }
            return paragraph[run.startIndex..<paragraph.index(rest.startIndex, offsetBy: unit.count)]
        }
    }
}
