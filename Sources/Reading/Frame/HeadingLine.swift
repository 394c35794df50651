import Reports

/// A piece of prose taken apart as a heading would be: a number, a title, and perhaps text behind it.
struct HeadingLine {
    /// How a heading is numbered.
    enum Numbering: Equatable {
        /// 一、 as the form has it.
        case chinese(Int)
        /// 1、 or 2.
        case arabic(Int)
        case none
    }

    var numbering: Numbering
    /// The number as printed, its stop included.
    var marker: String
    /// All that follows the number.
    var title: String

    /// Takes a paragraph apart. A number in brackets, （一）, opens no section: `nil`.
    init?(_ text: String) {
        let characters = Array(text)
        guard let first = characters.first, !"(（[【".contains(first) else { return nil }
        var end = 0
        while end < characters.count, HeadingLine.digit(characters[end]) != nil { end += 1 }
        var stop = end
        while stop < characters.count, "、.．,，:：".contains(characters[stop]) || characters[stop].isWhitespace {
            stop += 1
        }
        guard end > 0, stop > end || end < characters.count && !characters[end].isLetter else {
            numbering = .none
            marker = ""
            title = text
            return
        }
        let digits = characters[..<end].compactMap(HeadingLine.digit)
        numbering = HeadingLine.numbering(digits, arabic: Folding.halfWidth(first).isASCIIDigit)
        marker = Folding.trim(String(characters[..<stop]))
        title = Folding.trim(String(characters[stop...]))
    }

    /// The number of the section that the numbering claims.
    var number: Int? {
        switch numbering {
        case .chinese(let number), .arabic(let number): number
        case .none: nil
        }
    }

    private static func digit(_ character: Character) -> Int? {
        if let index = Array("零一二三四五六七八九十").firstIndex(of: character) { return index }
        return Folding.halfWidth(character).wholeNumberValue
    }

    private static func numbering(_ digits: [Int], arabic: Bool) -> Numbering {
        guard digits.count == 1, let digit = digits.first else { return .none }
        return arabic ? .arabic(digit) : .chinese(digit)
    }
}

extension Folding {
    fileprivate static func halfWidth(_ character: Character) -> Character {
        halfWidth(String(character)).first ?? character
    }
}
