/// Cuts a sentence into tokens.
struct Lexer {
    private let characters: [Character]
    private var index = 0
    private var tokens: [Token] = []

    private init(_ sentence: String) {
        characters = Lexer.folded(sentence)
    }

    /// The tokens of a sentence. Text between 《 and 》 is a name and says nothing.
    static func tokens(of sentence: String) -> [Token] {
        var lexer = Lexer(sentence)
        while lexer.index < lexer.characters.count { lexer.next() }
        return lexer.tokens
    }

    private var rest: ArraySlice<Character> { characters[index...] }

    private mutating func next() {
        if skipName() || number() || chineseNumber() { return }
        if let (word, length) = Lexicon.word(at: rest) {
            append(word.map(Token.word) ?? .other, length)
        } else if let stop = Lexer.stops[characters[index]] {
            append(.stop(stop), 1)
        } else {
            append(.other, 1)
        }
    }

    private mutating func append(_ token: Token, _ length: Int) {
        index += length
        if token != .other || tokens.last != .other { tokens.append(token) }
    }

    private mutating func skipName() -> Bool {
        guard let close = Lexer.names[characters[index]], let end = rest.firstIndex(of: close) else { return false }
        append(.other, end - index + 1)
        return true
    }

    /// A number counts with a measure word, or alone before a stop. 第 12 条, dates, sums of money and codes do not.
    private mutating func number() -> Bool {
        guard characters[index].isDigit else { return false }
        guard let reading = Numerals.digits(at: rest) else {
            append(.other, rest.prefix(while: \.isDigit).count)
            return true
        }
        let after = characters[(index + reading.length)...]
        if after.first == "年", reading.length == 4 {
            append(.year(reading.value), reading.length + 1)
        } else if after.first == "%" {
            append(.percent(reading.digits), reading.length + 1)
        } else if isOrdinal || isCode {
            append(.other, reading.length)
        } else {
            appendAmount(reading)
        }
        return true
    }

    private mutating func appendAmount(_ reading: Numerals.Reading) {
        let after = characters[(index + reading.length)...]
        let isVague = after.first.map { "余多".contains($0) } ?? false
        let unit = Lexer.unit(at: isVague ? after.dropFirst() : after)
        let isAlone = after.first.map { Lexer.stops[$0] != nil || "。！？".contains($0) } ?? true
        guard unit != nil || isAlone else { return append(.other, reading.length) }
        let isApproximate = isVague || !reading.isExact || tokens.last == .word(.about)
        append(
            .amount(Amount(value: reading.value, unit: unit ?? "", isApproximate: isApproximate)),
            reading.length + (isVague ? 1 : 0) + (unit?.count ?? 0))
    }

    /// Chinese numerals are a number only with a measure word for cases: 一是, 统一 and 一件事 are none.
    private mutating func chineseNumber() -> Bool {
        guard let reading = Numerals.chinese(at: rest) else { return false }
        let after = characters[(index + reading.length)...]
        guard !isOrdinal, let unit = after.first, "件份起宗例".contains(unit), !Lexer.isPhrase(after.dropFirst(), unit)
        else {
            append(.other, reading.length)
            return true
        }
        append(.amount(Amount(value: reading.value, unit: String(unit), isApproximate: false)), reading.length + 1)
        return true
    }

    /// 一件事, 一起推进: no number of cases.
    private static func isPhrase(_ after: ArraySlice<Character>, _ unit: Character) -> Bool {
        guard let next = after.first else { return false }
        return unit == "起" ? stops[next] == nil && !"行案因诉复政。".contains(next) : next == "事"
    }

    private var isOrdinal: Bool { index > 0 && characters[index - 1] == "第" }

    private var isCode: Bool {
        guard index > 0 else { return false }
        return characters[index - 1].isASCII
            && (characters[index - 1].isLetter || "/-_.".contains(characters[index - 1]))
    }

    private static func unit(at text: ArraySlice<Character>) -> String? {
        if text.starts(with: "人次") { return "人次" }
        guard let first = text.first, "件份条起次个项宗例篇封部期场人家".contains(first) else { return nil }
        return String(first)
    }

    private static let stops: [Character: Stop] = [
        "，": .comma, ",": .comma, "、": .listComma, "；": .semicolon, ";": .semicolon, "：": .colon, ":": .colon,
        "（": .open, "(": .open, "）": .close, ")": .close,
    ]
    private static let names: [Character: Character] = ["《": "》", "〔": "〕", "“": "”", "<": ">"]

    /// The characters without white space, digits and signs made narrow; a wide comma stays wide, since it groups no digits.
    private static func folded(_ sentence: String) -> [Character] {
        Array(String(String.UnicodeScalarView(sentence.unicodeScalars.compactMap(folded))))
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format { return nil }
        guard ("\u{FF01}"..."\u{FF5E}").contains(scalar), scalar != "，" else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0)
    }
}
