import Reports

/// Cuts a sentence into tokens, in one pass.
struct Lexer {
    /// A token with the place at which it stands, in scalars of the sentence as printed.
    struct Lexeme {
        var token: Token
        var place: Int
    }

    private let scalars: [Unicode.Scalar]
    /// For each scalar its place in the sentence as printed.
    private let places: [Int]
    private var index = 0
    private var lexemes: [Lexeme] = []
    /// For each closing mark, where it stands next: known once, for all opening marks before it.
    private var nextClose: [Unicode.Scalar: Int] = [:]

    private init(_ sentence: String) {
        var scalars: [Unicode.Scalar] = []
        var places: [Int] = []
        for (place, scalar) in sentence.unicodeScalars.enumerated() {
            guard let folded = Lexer.folded(scalar) else { continue }
            scalars.append(folded)
            places.append(place)
        }
        self.scalars = scalars
        self.places = places
    }

    /// The tokens of a sentence. Text between 《 and 》 is a name and says nothing.
    static func lexemes(of sentence: String) -> [Lexeme] {
        var lexer = Lexer(sentence)
        while lexer.index < lexer.scalars.count { lexer.next() }
        return lexer.lexemes
    }

    private var rest: ArraySlice<Unicode.Scalar> { scalars[index...] }

    private mutating func next() {
        if skipName() || number() || chineseNumber() { return }
        if let (word, length) = Lexicon.word(at: rest) {
            append(word.map(Token.word) ?? .other, length)
        } else if let stop = Lexer.stops[scalars[index]] {
            append(.stop(stop), 1)
        } else {
            append(.other, 1)
        }
    }

    private mutating func append(_ token: Token, _ length: Int) {
        if token != .other || lexemes.last?.token != .other {
            lexemes.append(Lexeme(token: token, place: places[index]))
        }
        index += length
    }

    private mutating func skipName() -> Bool {
        guard let close = Lexer.names[scalars[index]], let end = place(of: close) else { return false }
        append(.other, end - index + 1)
        return true
    }

    /// Where a closing mark stands next. One that never comes is looked for once.
    private mutating func place(of close: Unicode.Scalar) -> Int? {
        if let known = nextClose[close], known >= index { return known < scalars.count ? known : nil }
        let found = rest.firstIndex(of: close)
        nextClose[close] = found ?? scalars.count
        return found
    }

    /// A number counts with a measure word, or alone before a stop. 第 12 条, dates, sums of money and codes do not.
    private mutating func number() -> Bool {
        guard let reading = Numerals.digits(at: rest) else { return false }
        let after = scalars[(index + reading.length)...]
        guard let value = reading.value else {
            append(.other, reading.length)
            return true
        }
        // 1，200件: a wide comma divides sentences, but hardly a number. Nobody can tell.
        if after.first == "，", reading.length <= 3, after.dropFirst().prefix(4).prefix(while: \.isDigit).count == 3 {
            append(.other, reading.length + 4)
            return true
        }
        if after.first == "年", reading.length == 4 {
            append(.year(value), reading.length + 1)
        } else if after.first == "%" {
            append(.percent(reading.digits), reading.length + 1)
        } else if isOrdinal || isCode {
            append(.other, reading.length)
        } else {
            appendAmount(reading, value)
        }
        return true
    }

    private mutating func appendAmount(_ reading: Numerals.Reading, _ value: Int) {
        let after = scalars[(index + reading.length)...]
        let isVague = after.first == "余" || after.first == "多"
        let unit = Lexer.unit(at: isVague ? after.dropFirst() : after)
        let isAlone = after.first.map { Lexer.stops[$0] != nil || Lexer.ends.contains($0) } ?? true
        guard unit != nil || isAlone else { return append(.other, reading.length) }
        let isApproximate = isVague || !reading.isExact || lexemes.last?.token == .word(.about)
        append(
            .amount(Amount(value: value, unit: unit ?? "", isApproximate: isApproximate)),
            reading.length + (isVague ? 1 : 0) + (unit?.unicodeScalars.count ?? 0))
    }

    /// Chinese numerals are a number only with a measure word for cases: 一是, 统一 and 一件事 are none.
    private mutating func chineseNumber() -> Bool {
        guard let reading = Numerals.chinese(at: rest) else { return false }
        let after = scalars[(index + reading.length)...]
        guard !isOrdinal, let value = reading.value, let unit = after.first, Lexer.caseUnits.contains(unit),
            !Lexer.isPhrase(after.dropFirst(), unit)
        else {
            append(.other, reading.length)
            return true
        }
        let isApproximate = lexemes.last?.token == .word(.about)
        append(.amount(Amount(value: value, unit: String(unit), isApproximate: isApproximate)), reading.length + 1)
        return true
    }

    /// 一件事, 一起推进: no number of cases.
    private static func isPhrase(_ after: ArraySlice<Unicode.Scalar>, _ unit: Unicode.Scalar) -> Bool {
        guard let next = after.first else { return false }
        return unit == "起" ? stops[next] == nil && !caseBeginnings.contains(next) : next == "事"
    }

    private var isOrdinal: Bool { index > 0 && scalars[index - 1] == "第" }

    private var isCode: Bool {
        guard index > 0 else { return false }
        return scalars[index - 1].isASCII && Lexer.codeMarks.contains(scalars[index - 1])
    }

    private static func unit(at text: ArraySlice<Unicode.Scalar>) -> String? {
        guard let first = text.first, units.contains(first) else { return nil }
        let second = text.dropFirst().first
        if first == "单", second == "位" { return nil }
        return first == "人" && second == "次" ? "人次" : String(first)
    }
}

// MARK: - Tables

extension Lexer {
    private static let stops: [Unicode.Scalar: Stop] = [
        "，": .comma, ",": .comma, "、": .listComma, "；": .semicolon, ";": .semicolon, "：": .colon, ":": .colon,
        "（": .open, "(": .open, "）": .close, ")": .close,
    ]
    private static let names: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "〔": "〕", "“": "”", "<": ">"]
    private static let ends = Set("。！？".unicodeScalars)
    private static let units = Set("件份条起次个项宗例篇封部期场人家单名位户".unicodeScalars)
    private static let caseUnits = Set("件份起宗例".unicodeScalars)
    /// What follows 一起 where it counts a case.
    private static let caseBeginnings = Set("行案因诉复政。".unicodeScalars)
    /// A digit behind one of these belongs to a code or an address.
    private static let codeMarks = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/-_.".unicodeScalars)

    /// Digits and signs made narrow, white space left out; a wide comma stays wide, since it groups no digits.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar == "，" { return scalar }
        return Folding.isInvisible(scalar) ? nil : Folding.halfWidth(scalar)
    }
}
