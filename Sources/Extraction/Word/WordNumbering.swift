/// The lists of a Word document as its numbering part defines them.
struct WordNumbering {
    struct Level {
        var start = 1
        var style = NumeralStyle.decimal
        /// The marker with `%1` for the number of the first level, and so on.
        var text = ""
        /// The level (counted from 1) after whose numbers this one begins anew; `nil` for any above it, 0 for none.
        var restart: Int?
        /// All numbers in it are written in digits.
        var isLegal = false
        /// The style whose paragraphs stand on this level.
        var paragraphStyle: String?

        init(_ element: XMLElement) {
            start = element.child("start")?["val"].flatMap { Int($0) } ?? 1
            style = NumeralStyle(word: element.child("numFmt")?["val"] ?? "decimal")
            text = element.child("lvlText")?["val"] ?? ""
            restart = element.child("lvlRestart")?["val"].flatMap { Int($0) }
            isLegal = element.toggle("isLgl") ?? false
            paragraphStyle = element.child("pStyle")?["val"]
        }
    }

    /// A list as paragraphs name it.
    struct List {
        /// Lists with the same pattern go on with each other's numbers.
        var pattern: String
        var levels: [Int: Level]
        /// The levels that begin with this number when the list is first used.
        var starts: [Int: Int]
    }

    private(set) var lists: [String: List] = [:]

    init(lists: [String: List]) {
        self.lists = lists
    }

    init(_ root: XMLElement?, styles: WordStyles) {
        guard let root else { return }
        let patterns = Dictionary(
            root.children("abstractNum").compactMap { element in element["abstractNumId"].map { ($0, element) } },
            uniquingKeysWith: { first, _ in first })
        let numbers = Dictionary(
            root.children("num").compactMap { element in element["numId"].map { ($0, element) } },
            uniquingKeysWith: { first, _ in first })
        for (id, number) in numbers {
            guard var pattern = number.child("abstractNumId")?["val"] else { continue }
            // A pattern may only name a style of lists, whose list has the levels.
            if let style = patterns[pattern]?.child("numStyleLink")?["val"], let list = styles.list(ofListStyle: style),
                let linked = numbers[list]?.child("abstractNumId")?["val"]
            {
                pattern = linked
            }
            lists[id] = WordNumbering.list(number, pattern: pattern, patterns[pattern])
        }
    }

    private static func list(_ number: XMLElement, pattern: String, _ definition: XMLElement?) -> List {
        var list = List(pattern: pattern, levels: [:], starts: [:])
        for element in definition?.children("lvl") ?? [] {
            if let level = index(of: element) { list.levels[level] = Level(element) }
        }
        for element in number.children("lvlOverride") {
            guard let level = index(of: element) else { continue }
            if let own = element.child("lvl") { list.levels[level] = Level(own) }
            if let start = element.child("startOverride")?["val"].flatMap({ Int($0) }) { list.starts[level] = start }
        }
        return list
    }

    private static func index(of element: XMLElement) -> Int? {
        element["ilvl"].flatMap { Int($0) }.flatMap { (0..<9).contains($0) ? $0 : nil }
    }
}

extension NumeralStyle {
    /// A way of numbering by its name in Word. Those that no Chinese office uses are written in digits.
    init(word name: String) {
        self = NumeralStyle.wordNames[name] ?? .decimal
    }

    private static let wordNames: [String: NumeralStyle] = [
        "none": .none, "bullet": .bullet, "decimalZero": .decimalZero, "decimalFullWidth": .decimalFullWidth,
        "decimalFullWidth2": .decimalFullWidth, "upperRoman": .upperRoman, "lowerRoman": .lowerRoman,
        "upperLetter": .upperLetter, "lowerLetter": .lowerLetter, "chineseCounting": .chinese,
        "chineseCountingThousand": .chinese, "japaneseCounting": .chinese, "taiwaneseCounting": .chinese,
        "taiwaneseCountingThousand": .chinese, "koreanCounting": .chinese, "koreanDigital2": .chineseDigits,
        "ideographDigital": .chineseDigits, "japaneseDigitalTenThousand": .chineseDigits,
        "taiwaneseDigital": .chineseDigits, "chineseLegalSimplified": .chineseLegal,
        "ideographLegalTraditional": .chineseLegal, "japaneseLegal": .chineseLegal, "ideographTraditional": .stems,
        "ideographZodiac": .branches, "decimalEnclosedCircle": .circled, "decimalEnclosedCircleChinese": .circled,
        "decimalEnclosedParen": .parenthesized, "decimalEnclosedFullstop": .stopped,
        "ideographEnclosedCircle": .circledChinese,
    ]
}
