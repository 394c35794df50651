import Reports

/// Finds years in text: 2024年, ２０２４ 年, 二〇二四年.
enum YearReader {
    /// The first year named.
    static func first(in text: some StringProtocol) -> Int? { years(in: text).first?.year }

    /// All years named, in order.
    static func all(in text: some StringProtocol) -> [Int] { years(in: text).map(\.year) }

    /// Text without white space, its years taken out with the 年 or 年度 behind them.
    static func removingYears(from text: String) -> String {
        var characters = Array(Folding.compact(text))
        for found in years(in: text).reversed() { characters.removeSubrange(found.range) }
        return String(characters)
    }

    private struct Found {
        var year: Int
        /// In the characters of the compact text.
        var range: Range<Int>
    }

    private static func years(in text: some StringProtocol) -> [Found] {
        let characters = Array(Folding.compact(text))
        var found: [Found] = []
        var index = 0
        while index + 4 < characters.count {
            let digits = characters[index..<index + 4].compactMap(digit)
            let isWhole = index == 0 || digit(characters[index - 1]) == nil
            if digits.count == 4, isWhole, characters[index + 4] == "年", (1990...2099).contains(number(digits)) {
                var end = index + 5
                if end < characters.count, characters[end] == "度" { end += 1 }
                found.append(Found(year: number(digits), range: index..<end))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private static func digit(_ character: Character) -> Int? {
        if character.isASCIIDigit { return character.wholeNumberValue }
        if character == "〇" || character == "○" || character == "零" { return 0 }
        return Array("一二三四五六七八九").firstIndex(of: character).map { $0 + 1 }
    }

    private static func number(_ digits: [Int]) -> Int { digits.reduce(0) { $0 * 10 + $1 } }
}
