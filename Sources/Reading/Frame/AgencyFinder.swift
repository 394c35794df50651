import Reports

/// Finds the body that reports where no title names it: in the signature, else in the text.
enum AgencyFinder {
    /// With these the name of a body ends.
    private static let endings = [
        "人民政府办公室", "人民政府", "管理委员会", "管委会", "委员会", "街道办事处", "办事处", "办公室", "管理局", "分局", "局", "厅", "中心",
    ]

    /// With these no name begins: they speak of the body, or lead up to it.
    private static let leads = ["在", "由", "向", "经", "对", "与", "和", "及", "我", "本", "各", "该", "其", "有关", "相关", "上级", "全"]

    /// The signature: a line of its own near the end that is nothing but the name of a body.
    static func signature(in paragraphs: [String]) -> String? {
        paragraphs.suffix(8).map { Folding.compact($0) }.last { line in
            (4...30).contains(line.count) && line.allSatisfy(\.isIdeograph) && endings.contains(where: line.hasSuffix)
        }
    }

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
