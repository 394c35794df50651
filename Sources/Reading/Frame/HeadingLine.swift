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
        let scalars = text.unicodeScalars
        let isBracketed = scalars.first.map(HeadingLine.openings.contains) ?? false
        let start = isBracketed ? scalars.index(after: scalars.startIndex) : scalars.startIndex
        let end = scalars[start...].firstIndex { HeadingLine.digit($0) == nil } ?? scalars.endIndex
        let stop = scalars[end...].firstIndex { !HeadingLine.isStop($0) } ?? scalars.endIndex
        guard end > start, stop > end || end < scalars.endIndex && !Folding.isLetterOrDigit(scalars[end]) else {
            if isBracketed { return nil }
            numbering = .none
            marker = ""
            title = text
            return
        }
        numbering = HeadingLine.numbering(scalars[start..<end], bracketed: isBracketed)
        marker = Folding.trim(text[..<stop])
        title = Folding.trim(text[stop...])
    }

    /// The number of the section that the numbering claims.
    var number: Int? {
        switch numbering {
        case .chinese(let number), .arabic(let number), .bracketed(let number): number
        case .none: nil
        }
    }

    /// Whether the title is no longer than one can be. Bytes are known without counting.
    var isShort: Bool { title.utf8.count <= 200 && title.count <= 40 }

    private static func numbering(_ digits: Substring.UnicodeScalarView, bracketed: Bool) -> Numbering {
        guard let first = digits.first, let digit = digit(first), digits.dropFirst().isEmpty else { return .none }
        if bracketed { return .bracketed(digit) }
        return Folding.halfWidth(first).isDigit ? .arabic(digit) : .chinese(digit)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        let narrow = Folding.halfWidth(scalar)
        return narrow.isDigit ? Int(narrow.value - 0x30) : numerals[scalar]
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        stops.contains(scalar) || Folding.isInvisible(scalar)
    }

    private static let openings = Set("(（[【".unicodeScalars)
    private static let stops = Set("、.．,，:：)）]】".unicodeScalars)
    private static let numerals: [Unicode.Scalar: Int] = [
        "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
}
