/// What stands in a cell of a printed table. Blank, words and zero are three different things.
package enum Cell: Sendable, Hashable {
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

/// A cell is one string: nothing where it is blank, the digits of a count, and else what it is with what is printed. Of a report half is
/// cells, and an object for each would take longer to write and to read than all else.
extension Cell: Codable {
    private static let amountMark = "$"
    private static let wordsMark = ":"

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        // By bytes: what follows a mark can make one character with it.
        let rest = { String(Substring(text.utf8.dropFirst())) }
        switch text.utf8.first {
        case nil: self = .blank
        case Self.amountMark.utf8.first: self = .amount(rest())
        case Self.wordsMark.utf8.first: self = .words(rest())
        default:
            guard let number = Int(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no cell")
            }
            self = .count(number)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let number): try container.encode(String(number))
        case .amount(let digits): try container.encode("\(Self.amountMark)\(digits)")
        case .blank: try container.encode("")
        case .words(let words): try container.encode("\(Self.wordsMark)\(words)")
        }
    }
}
