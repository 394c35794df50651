import Reports

/// Finds the body that reports where no title names it: in the signature, else in the text.
enum AgencyFinder {
    /// With these the name of a body ends.
    private static let endings = [
        "人民政府办公室", "人民政府", "管理委员会", "管委会", "委员会", "街道办事处", "办事处", "办公室", "管理局", "分局", "局", "厅", "中心",
    ]

    /// With these no name begins: they speak of the body, or lead up to it.
    private static let leads = ["在", "由", "向", "经", "对", "与", "和", "及", "我", "本", "各", "该", "其", "有关", "相关", "上级", "全"]

    /// The signature: beside the day at the end a line that is nothing but the name of a body; where no day stands there, the last
    /// such line before those that a web page adds.
    static func signature(in paragraphs: [String]) -> String? {
        let lines = paragraphs.suffix(30).map { $0.utf8.count <= 200 ? Folding.compact($0) : "" }
        if let day = lines.lastIndex(where: endsInDay) {
            let near = [withoutDay(lines[day])] + lines[..<day].suffix(2).reversed() + lines[(day + 1)...].prefix(1)
            if let name = near.lazy.map(withoutSeal).first(where: { isName($0) && isBody($0) }) { return name }
        }
        let end = lines.firstIndex { Furniture.isLine($0) } ?? lines.count
        return lines[..<end].suffix(8).map(withoutSeal).last { line in
            isName(line) && endings.contains(where: line.hasSuffix)
        }
    }

    /// The name by which a report calls its body: that of the title, or the signature where it is the same body's longer name. An
    /// office that signs for it (…局办公室) is another name.
    static func fullName(_ title: String?, _ signature: String?) -> String? {
        guard let title, let signature else { return title ?? signature }
        let (short, long) = (AgencyName(title), AgencyName(signature))
        let isLonger = long.letters.count > short.letters.count && long.letters == signature
        return isLonger && short.canMean(long) ? signature : title
    }

    /// The body that a web page names as the one that publishes.
    static func publisher(in preamble: [String]) -> String? {
        for line in preamble.prefix(60) where line.utf8.count <= 1_000 {
            let cells = line.split(whereSeparator: { "|：: \t　".contains($0) }).map { Folding.compact($0) }
            for (label, name) in zip(cells, cells.dropFirst())
            where publishers.contains(label) && isName(name) && isBody(name) {
                return name
            }
        }
        return nil
    }

    private static let publishers: Set = ["发布机构", "发文机关", "发文机构", "公开主体", "制作单位", "发布单位", "信息来源", "来源"]

    /// The name in what a title has before its subject or behind it: years, words of sending, brackets and quotes taken off.
    static func name(inTitle text: String) -> String? {
        let plain = YearReader.removingYears(from: text).filter { !"《》〈〉\"“”‘’·".contains($0) }
        let parts = plain.split { "|_-—–>/:#".contains($0) || $0.isWhitespace }
        guard var name = parts.last.map(String.init) else { return nil }
        name = trimmed(keepingOrdinals(of: name))
        return isName(name, in: 2...40) ? name : nil
    }

    /// A text without its digits but for those that are part of a name: 第6中学.
    private static func keepingOrdinals(of text: String) -> String {
        var kept = ""
        var isOrdinal = false
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if !isDigit || isOrdinal { kept.append(character) }
            isOrdinal = character == "第" || isOrdinal && isDigit
        }
        return kept
    }

    /// Whether a text ends as the names of bodies do.
    static func isBody(_ text: String) -> Bool { bodyEndings.contains(where: text.hasSuffix) }

    /// Whether a line is a day and nothing else: 2025年1月20日, 二〇二五年一月二十日, 2025-01-20.
    static func isDay(_ line: String) -> Bool { endsInDay(line) && withoutDay(line).isEmpty }

    private static func endsInDay(_ line: String) -> Bool { withoutDay(line).count < line.count }

    private static func withoutDay(_ line: String) -> String {
        let characters = Array(line)
        guard let last = characters.last, last == "日" || last.isNumber else { return line }
        let start = characters.lastIndex { !dayCharacters.contains($0) }.map { $0 + 1 } ?? 0
        let day = characters[start...]
        let isDay =
            day.count >= 8
            && (last == "日" ? day.contains("年") && day.contains("月") : day.contains { "-./".contains($0) })
        return isDay ? String(characters[..<start]) : line
    }

    private static let dayCharacters = Set("0123456789〇○零一二三四五六七八九十年月日-./")

    private static func withoutSeal(_ line: String) -> String {
        for seal in ["(盖章)", "(公章)", "(章)"] where line.hasSuffix(seal) { return String(line.dropLast(seal.count)) }
        return line
    }

    /// A name is made of ideographs and ordinals alone, and of no word that only pages and sentences have.
    private static func isName(_ text: String, in length: ClosedRange<Int> = 4...30) -> Bool {
        length.contains(text.count)
            && keepingOrdinals(of: text) == text
            && text.allSatisfy { $0.isIdeograph || "()、".contains($0) || $0.isASCII && $0.isNumber }
            && !strangers.contains(where: text.mentions) && !strangeEndings.contains(where: text.hasSuffix)
            && !strangeBeginnings.contains(where: text.hasPrefix)
    }

    private static let strangers = ["首页", "网站", "门户", "栏目", "公开", "年报", "年度", "报告", "通知", "印发", "目录", "专栏", "当前"]
    private static let strangeEndings = ["部门", "文件", "机构", "名称", "标题", "正文", "单位", "各地", "情况"]
    private static let strangeBeginnings = ["我", "本", "各", "该", "其", "县直", "市直", "区直", "省直", "索引", "主办", "承办"]

    /// A name without the words that lead up to it, follow it or stand in brackets behind it.
    private static func trimmed(_ text: String) -> String {
        var name = Substring(text)
        var isDone = false
        while !isDone {
            isDone = true
            if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
                (name, isDone) = (name[..<open], false)
            }
            for lead in titleLeads where name.hasPrefix(lead) && name.count > lead.count {
                (name, isDone) = (name.dropFirst(lead.count), false)
            }
            for end in titleEnds where name.hasSuffix(end) { (name, isDone) = (name.dropLast(end.count), false) }
        }
        return String(name)
    }

    private static let titleLeads = [
        "关于", "印发", "报送", "发布", "公布", "公开", "转发", "上报", "呈报", "现将", "附件", "附", "标题", "(", ")", "[", "]", "年", "度",
    ]
    private static let titleEnds = [
        "的", "之", "关于", "开展", "编制", "发布", "公布", "报送", "印发", "做好", "(", ")", "[", "]", "年", "年度", "度",
    ]
    /// With these the names of bodies of every kind end.
    private static let bodyEndings = [
        "局", "委", "厅", "办", "府", "会", "心", "处", "院", "署", "所", "站", "队", "社", "镇", "乡", "街道", "区", "县", "市", "省", "州",
        "旗", "盟",
        "学", "校", "园", "司", "馆", "部", "室", "台", "团", "场", "组", "行", "库",
    ]

    /// The body that the clauses of a text most often begin with; short forms of a name speak for the long one.
    static func agency(in paragraphs: some Sequence<String>) -> String? {
        var counts: [String: Int] = [:]
        for paragraph in paragraphs {
            for clause in paragraph.unicodeScalars.split(whereSeparator: { !$0.isIdeograph }) {
                guard let name = nameAtStart(of: Array(clause.prefix(longestName))) else { continue }
                counts[name, default: 0] += 1
            }
        }
        let votes = counts.keys.map { name in
            (name, name.indices.reduce(0) { $0 + (counts[String(name[$1...])] ?? 0) })
        }
        return votes.max { ($0.1, $0.0.count, $1.0) < ($1.1, $1.0.count, $0.0) }?.0
    }

    /// In letters.
    private static let longestName = 24

    /// The name with which a clause begins: up to the first ending, and those that go on from there (人民政府办公室).
    private static func nameAtStart(of clause: [Unicode.Scalar]) -> String? {
        guard !leadLetters.contains(where: clause.starts) else { return nil }
        let found = clause.indices.flatMap { start in
            endingLetters.filter { clause[start...].starts(with: $0) }.map { start..<start + $0.count }
        }
        guard let end = found.map(\.upperBound).min(), end <= 20 else { return nil }
        let longest = found.filter { $0.lowerBound <= end }.map(\.upperBound).max() ?? end
        return longest >= 4 ? String(String.UnicodeScalarView(clause[..<longest])) : nil
    }

    private static let leadLetters = leads.map { Array($0.unicodeScalars) }
    private static let endingLetters = endings.map { Array($0.unicodeScalars) }
}

extension Character {
    /// A Chinese character.
    var isIdeograph: Bool { unicodeScalars.allSatisfy(\.isIdeograph) }
}

extension Unicode.Scalar {
    /// A Chinese character.
    var isIdeograph: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) || !isASCII && properties.isIdeographic }
}
