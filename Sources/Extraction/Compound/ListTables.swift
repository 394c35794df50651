import Documents
import ReaderInterface

/// The lists of a document: patterns (LST), and the lists that use them (LFO), which paragraphs name by number.
enum ListTables {
    /// The lists as those of a docx, by number.
    static func numbering(_ block: FileInformationBlock, table: ByteView) throws(Unreadable) -> WordNumbering {
        guard let patterns = try block.address(of: .lists),
            let overrides = try block.view(of: .listOverrides, in: table)
        else {
            return WordNumbering(lists: [:])
        }
        // The levels lie behind the table, outside the length that is given for it.
        let levels = try readPatterns(try table.view(patterns.offset, table.count - patterns.offset))
        return WordNumbering(lists: try readLists(overrides, patterns: levels))
    }

    private typealias Levels = [Int: WordNumbering.Level]

    /// The levels of each pattern, by its id.
    private static func readPatterns(_ bytes: ByteView) throws(Unreadable) -> [Int: Levels] {
        let count = try bytes.uint16(0)
        var offset = 2 + 28 * count
        var patterns: [Int: Levels] = [:]
        for index in 0..<count {
            let pattern = try bytes.view(2 + 28 * index, 28)
            let isSimple = try pattern.uint8(26) & 1 == 1
            var levels: Levels = [:]
            for level in 0..<(isSimple ? 1 : 9) {
                levels[level] = try readLevel(bytes, at: &offset)
                let style = try pattern.uint16(8 + 2 * level)
                levels[level]?.paragraphStyle = style == 0xFFF ? nil : String(style)
            }
            patterns[try pattern.uint32(0)] = levels
        }
        return patterns
    }

    /// A level: a fixed head, two groups of properties, and the marker, in which a number below nine is that of a level.
    private static func readLevel(_ bytes: ByteView, at offset: inout Int) throws(Unreadable) -> WordNumbering.Level {
        let head = try bytes.view(offset, 28)
        let text = offset + 28 + (try head.uint8(24)) + (try head.uint8(25))
        let length = try bytes.uint16(text)
        var marker = ""
        for index in 0..<length {
            let unit = try bytes.uint16(text + 2 + 2 * index)
            marker += unit < 9 ? "%\(unit + 1)" : String(decoding: [UInt16(unit)], as: UTF16.self)
        }
        offset = text + 2 + 2 * length
        let flags = try head.uint8(5)
        return WordNumbering.Level(
            start: try head.int32(0), style: NumeralStyle(wordCode: try head.uint8(4)), text: marker,
            restart: flags & 8 == 0 ? nil : try head.uint8(26), isLegal: flags & 4 != 0)
    }

    /// The lists: a pattern each, and what a list has otherwise than its pattern.
    private static func readLists(
        _ bytes: ByteView, patterns: [Int: Levels]
    ) throws(Unreadable) -> [String: WordNumbering.List] {
        let count = try bytes.uint32(0)
        var offset = 4 + 16 * count
        var lists: [String: WordNumbering.List] = [:]
        for index in 0..<count {
            let head = try bytes.view(4 + 16 * index, 16)
            let pattern = try head.uint32(0)
            var list = WordNumbering.List(pattern: String(pattern), levels: patterns[pattern] ?? [:], starts: [:])
            offset += 4
            for _ in 0..<(try head.uint8(12)) { try readOverride(bytes, at: &offset, into: &list) }
            lists[String(index + 1)] = list
        }
        return lists
    }

    private static func readOverride(
        _ bytes: ByteView, at offset: inout Int, into list: inout WordNumbering.List
    ) throws(Unreadable) {
        let start = try bytes.int32(offset)
        let flags = try bytes.uint32(offset + 4)
        let level = flags & 0xF
        offset += 8
        if flags & 0x20 != 0 {
            let style = list.levels[level]?.paragraphStyle
            list.levels[level] = try readLevel(bytes, at: &offset)
            list.levels[level]?.paragraphStyle = style
        } else if flags & 0x10 != 0 {
            list.starts[level] = start
        }
    }
}

extension WordNumbering.Level {
    init(start: Int, style: NumeralStyle, text: String, restart: Int?, isLegal: Bool) {
        self.start = start
        self.style = style
        self.text = text
        self.restart = restart
        self.isLegal = isLegal
    }
}

extension NumeralStyle {
    /// A way of numbering by its code in Word's binary documents. Those that no Chinese office uses are written in digits.
    init(wordCode code: Int) {
        self = NumeralStyle.wordCodes[code] ?? .decimal
    }

    private static let wordCodes: [Int: NumeralStyle] = [
        1: .upperRoman, 2: .lowerRoman, 3: .upperLetter, 4: .lowerLetter, 10: .chineseDigits, 11: .chinese,
        14: .decimalFullWidth, 16: .chineseLegal, 17: .chineseDigits, 18: .circled, 19: .decimalFullWidth,
        22: .decimalZero,
        23: .bullet, 26: .stopped, 27: .parenthesized, 28: .circled, 29: .circledChinese, 30: .stems, 31: .branches,
        33: .chinese, 34: .chineseLegal, 35: .chinese, 36: .chineseDigits, 37: .chinese, 38: .chineseLegal,
        39: .chinese,
        255: .none,
    ]
}
