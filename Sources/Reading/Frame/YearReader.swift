import Reports

/// Finds years in text: 2024年, ２０２４ 年, 二〇二四年.
enum YearReader {
    /// The first year named.
    static func first(in text: some StringProtocol) -> Int? { first(in: compact(text), from: 0)?.year }

    /// Text without white space, its years taken out with the 年 or 年度 behind them.
    static func removingYears(from text: String) -> String {
        let scalars = compact(text)
        var kept = String.UnicodeScalarView()
        var start = 0
        while let found = first(in: scalars, from: start) {
            kept.append(contentsOf: scalars[start..<found.range.lowerBound])
            start = found.range.upperBound
        }
        kept.append(contentsOf: scalars[start...])
        return String(kept)
    }

    private struct Found {
        var year: Int
        /// In the scalars of the compact text.
        var range: Range<Int>
    }

    private static func compact(_ text: some StringProtocol) -> [Unicode.Scalar] {
        Array(Folding.compact(text).unicodeScalars)
    }

    private static func first(in scalars: [Unicode.Scalar], from start: Int) -> Found? {
        var digits = 0
        var number = 0
        for index in start..<scalars.count {
            if let digit = digit(scalars[index]) {
                digits += 1
                number = digits <= 4 ? number * 10 + digit : 0
                continue
            }
            if digits == 4, scalars[index] == "年", (1990...2099).contains(number) {
                let isLong = index + 1 < scalars.count && scalars[index + 1] == "度"
                return Found(year: number, range: index - 4..<index + (isLong ? 2 : 1))
            }
            (digits, number) = (0, 0)
        }
        return nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar.isDigit ? Int(scalar.value - 0x30) : chineseDigits[scalar]
    }

    private static let chineseDigits: [Unicode.Scalar: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
