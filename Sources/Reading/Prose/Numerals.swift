/// Numbers in text: digits of any width, grouped or not, Chinese numerals, 万 and 亿.
enum Numerals {
    /// A number at the start of some text. The length counts characters.
    struct Reading {
        var value: Int
        var length: Int
        /// As printed, for a percentage.
        var digits: String
        var isExact: Bool
    }

    /// The number in digits at the start, the multiplier behind it included.
    static func digits(at text: ArraySlice<Character>) -> Reading? {
        var digits = ""
        var index = text.startIndex
        while index < text.endIndex {
            if text[index].isDigit || (text[index] == "." && !digits.contains(".") && !digits.isEmpty) {
                digits.append(text[index])
            } else if !isGrouping(text, at: index, after: digits) {
                break
            }
            index += 1
        }
        if digits.last == "." {
            digits.removeLast()
            index -= 1
        }
        guard let whole = Int(digits.prefix { $0 != "." }) else { return nil }
        let factor = index < text.endIndex ? multipliers[text[index]] : nil
        let (value, overflow) = whole.multipliedReportingOverflow(by: factor ?? 1)
        guard !overflow, value <= largest else { return nil }
        return Reading(
            value: value, length: index - text.startIndex + (factor == nil ? 0 : 1), digits: digits,
            isExact: !digits.contains("."))
    }

    /// The number in Chinese numerals at the start, 三 to 九千九百九十九.
    static func chinese(at text: ArraySlice<Character>) -> Reading? {
        let numerals = text.prefix { ones[$0] != nil || tens[$0] != nil }
        guard !numerals.isEmpty else { return nil }
        var value = 0
        var pending = 0
        for numeral in numerals {
            if let one = ones[numeral] {
                guard pending == 0 else { return nil }
                pending = one
            } else if let ten = tens[numeral] {
                value += max(pending, 1) * ten
                pending = 0
            }
        }
        return Reading(value: value + pending, length: numerals.count, digits: "", isExact: true)
    }

    /// A comma that groups digits: one to three before it, exactly three behind it.
    private static func isGrouping(_ text: ArraySlice<Character>, at index: Int, after digits: String) -> Bool {
        guard text[index] == ",", !digits.isEmpty, !digits.contains("."), digits.count % 3 == 0 || digits.count < 3
        else {
            return false
        }
        return text[(index + 1)...].prefix { $0.isDigit }.count == 3
    }

    /// More than anyone counts; sums of such numbers stay far from the end of `Int`.
    private static let largest = 1_000_000_000_000

    private static let ones: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let tens: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]
    private static let multipliers: [Character: Int] = ["万": 10_000, "亿": 100_000_000]
}

extension Character {
    /// An ASCII digit.
    var isDigit: Bool { ("0"..."9").contains(self) }
}
