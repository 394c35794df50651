import Reports

/// Numbers in text: digits of any width, grouped or not, Chinese numerals, 万 and 亿.
enum Numerals {
    /// A number at the start of some text.
    struct Reading {
        /// `nil` where the digits or numerals are no number that anyone counts.
        var value: Int?
        /// In scalars: all of the digits, those of a number beyond counting too.
        var length: Int
        /// As printed, for a percentage.
        var digits: String
        var isExact: Bool
    }

    /// The number in digits at the start, the multiplier behind it included; `nil` where no digit stands there.
    ///
    /// A comma groups digits where one to three stand before it and exactly three behind it.
    static func digits(at text: ArraySlice<Unicode.Scalar>) -> Reading? {
        var end = endOfDigits(text, from: text.startIndex)
        guard end > text.startIndex else { return nil }
        if end - text.startIndex <= 3 {
            while end < text.endIndex, text[end] == ",", let group = endOfGroup(text, from: end + 1) { end = group }
        }
        let whole = text[..<end]
        if end + 1 < text.endIndex, text[end] == ".", text[end + 1].isDigit {
            end = endOfDigits(text, from: end + 1)
        }
        let printed = text[..<end]
        let factor = end < text.endIndex ? multipliers[text[end]] : nil
        return Reading(
            value: value(of: whole, times: factor ?? 1), length: printed.count + (factor == nil ? 0 : 1),
            digits: printed.count <= longest ? String(String.UnicodeScalarView(printed.filter { $0 != "," })) : "",
            isExact: whole.count == printed.count)
    }

    /// The number in Chinese numerals at the start, 三 to 九千九百九十九; `nil` where no numeral stands there.
    static func chinese(at text: ArraySlice<Unicode.Scalar>) -> Reading? {
        let numerals = text.prefix { ones[$0] != nil || tens[$0] != nil }
        guard !numerals.isEmpty else { return nil }
        return Reading(value: value(ofChinese: numerals), length: numerals.count, digits: "", isExact: true)
    }

    private static func endOfDigits(_ text: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
        text[start...].firstIndex { !$0.isDigit } ?? text.endIndex
    }

    /// The end of exactly three digits; `nil` where there are more or fewer.
    private static func endOfGroup(_ text: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
        let group = text[start...].prefix(4)
        guard group.prefix(while: \.isDigit).count == 3 else { return nil }
        return start + 3
    }

    private static func value(of digits: ArraySlice<Unicode.Scalar>, times factor: Int) -> Int? {
        var value = 0
        for digit in digits where digit != "," {
            value = value * 10 + Int(digit.value - 0x30)
            guard Count.bounds.contains(value) else { return nil }
        }
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        return overflow ? nil : Count.within(product)
    }

    private static func value(ofChinese numerals: ArraySlice<Unicode.Scalar>) -> Int? {
        guard numerals.count <= longestChinese else { return nil }
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
        return value + pending
    }

    /// The digits of the longest percentage that is read.
    private static let longest = 20
    /// 九千零九十九 and some.
    private static let longestChinese = 8

    private static let ones: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let tens: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000]
    private static let multipliers: [Unicode.Scalar: Int] = ["万": 10_000, "亿": 100_000_000]
}

extension Unicode.Scalar {
    /// An ASCII digit.
    var isDigit: Bool { ("0"..."9").contains(self) }
}
