/// What stands in a cell of a printed table. Blank, words and zero are three different things.
package enum Cell: Sendable, Hashable, Codable {
    /// A whole number that is not negative.
    case count(Int)
    /// A decimal number, digits as printed: only an amount of money has one.
    case amount(String)
    /// Nothing at all.
    case blank
    /// Anything else, as printed: 无, a dash, a slash, a broken number.
    case words(String)

    /// The whole number, if it is one.
    package var count: Int? {
        guard case .count(let number) = self else { return nil }
        return number
    }

    /// The number in decimal digits, if it is one.
    package var digits: String? {
        switch self {
        case .count(let number): String(number)
        case .amount(let digits): digits
        case .blank, .words: nil
        }
    }

    /// The cell as a person quotes it; a blank one is said in words.
    package var quoted: String {
        switch self {
        case .count(let number): String(number)
        case .amount(let digits): digits
        case .blank: "（空白）"
        case .words(let words): words
        }
    }
}
