import Reports

/// A piece of prose taken apart as a heading would be: a number, a title, and perhaps text behind it.
struct HeadingLine {
    /// How a heading is numbered.
    enum Numbering: Equatable {
        /// 一、 as the form has it.
        case chinese(Int)
        /// 1、 or 2.
        case arabic(Int)
        /// （一）, as parts of a section have it, and now and then the sections themselves.
        case bracketed(Int)
        case none
    }

    var numbering: Numbering
    /// The number as printed, its stop included.
    var marker: String
    /// All that follows the number.
    var title: String

    /// Takes a paragraph apart; `nil` where a bracket in front holds no number.
    init?(_ text: String) {
        let characters = Array(text)
        let isBracketed = characters.first.map { "(（[【".contains($0) } ?? false
        let start = isBracketed ? 1 : 0
        var end = start
        while end < characters.count, HeadingLine.digit(characters[end]) != nil { end += 1 }
        var stop = end
        while stop < characters.count, HeadingLine.isStop(characters[stop]) { stop += 1 }
        guard end > start, stop > end || end < characters.count && !characters[end].isLetter else {
            if isBracketed { return nil }
            numbering = .none
            marker = ""
            title = text
            return
        }
        let digits = characters[start..<end].compactMap(HeadingLine.digit)
        let isArabic = Folding.halfWidth(characters[start]).isASCIIDigit
        numbering = HeadingLine.numbering(digits, arabic: isArabic, bracketed: isBracketed)
        marker = Folding.trim(String(characters[..<stop]))
        title = Folding.trim(String(characters[stop...]))
    }

    private static func isStop(_ character: Character) -> Bool {
        "、.．,，:：)）]】".contains(character) || character.isWhitespace
    }

    /// The number of the section that the numbering claims.
    var number: Int? {
        switch numbering {
        case .chinese(let number), .arabic(let number), .bracketed(let number): number
        case .none: nil
        }
    }

    private static func digit(_ character: Character) -> Int? {
        if let index = Array("零一二三四五六七八九十").firstIndex(of: character) { return index }
        return Folding.halfWidth(character).wholeNumberValue
    }

    private static func numbering(_ digits: [Int], arabic: Bool, bracketed: Bool) -> Numbering {
        guard digits.count == 1, let digit = digits.first else { return .none }
        if bracketed { return .bracketed(digit) }
        return arabic ? .arabic(digit) : .chinese(digit)
    }
}

extension Folding {
    fileprivate static func halfWidth(_ character: Character) -> Character {
        halfWidth(String(character)).first ?? character
    }
}
