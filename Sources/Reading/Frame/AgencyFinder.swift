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
            for clause in paragraph.split(whereSeparator: { !$0.isIdeograph }) {
                if let name = nameAtStart(of: clause) { counts[name, default: 0] += 1 }
            }
        }
        let votes = counts.keys.map { name in
            (name, counts.filter { name.hasSuffix($0.key) }.values.reduce(0, +))
        }
        return votes.max { ($0.1, $0.0.count, $1.0) < ($1.1, $1.0.count, $0.0) }?.0
    }

    private static func nameAtStart(of clause: Substring) -> String? {
        guard !leads.contains(where: clause.hasPrefix) else { return nil }
        let ends = endings.compactMap { clause.prefix(20).firstRange(of: $0)?.upperBound }
        guard let end = ends.min() else { return nil }
        let longest = endings.compactMap { ending -> Substring.Index? in
            guard let range = clause.prefix(24).firstRange(of: ending), range.lowerBound <= end else { return nil }
            return range.upperBound
        }.max()
        let name = String(clause[..<(longest ?? end)])
        return name.count >= 4 ? name : nil
    }
}

extension Character {
    /// A Chinese character.
    var isIdeograph: Bool { unicodeScalars.allSatisfy(\.properties.isIdeographic) }
}
