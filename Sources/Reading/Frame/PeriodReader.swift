import Reports

/// Finds the sentence that says which period the figures cover.
enum PeriodReader {
    /// The period, from the first sentence that speaks of figures and names two days.
    static func period(in paragraphs: some Sequence<String>) -> Period? {
        for paragraph in paragraphs where paragraph.mentionsAny(of: leads) {
            for sentence in paragraph.split(whereSeparator: { "。；;".contains($0) }) {
                guard sentence.mentionsAny(of: leads), let period = period(inSentence: sentence) else { continue }
                return period
            }
        }
        return nil
    }

    /// The words with which a sentence speaks of the figures' period.
    private static let leads = ["统计期限", "统计时限", "统计时间", "统计数据", "所列数据", "数据的时间", "数据期限"]

    private static func period(inSentence sentence: Substring) -> Period? {
        let days = days(in: Array(Folding.compact(sentence).unicodeScalars))
        guard days.count == 2, let year = days[0].year else { return nil }
        return Period(
            first: Period.Day(year: year, month: days[0].month, day: days[0].day),
            last: Period.Day(year: days[1].year ?? year, month: days[1].month, day: days[1].day),
            excerpt: Folding.trim(sentence))
    }

    /// A day as a sentence names it, 2024年1月1日 or 12月31日.
    private struct NamedDay {
        var year: Int?
        var month: Int
        var day: Int
    }

    /// The first two days named. One pass: each run of digits is kept until the sign behind it says what it counts.
    private static func days(in scalars: [Unicode.Scalar]) -> [NamedDay] {
        var days: [NamedDay] = []
        var (year, month): (Int?, Int?) = (nil, nil)
        var (number, digits) = (0, 0)
        for scalar in scalars where days.count < 2 {
            if scalar.isDigit {
                digits += 1
                number = digits <= 4 ? number * 10 + Int(scalar.value - 0x30) : 0
                continue
            }
            switch (scalar, digits) {
            case ("年", 4): (year, month) = (number, nil)
            case ("月", 1...2): month = number
            case ("日", 1...2):
                if let month { days.append(NamedDay(year: year, month: month, day: number)) }
                (year, month) = (nil, nil)
            default: (year, month) = (nil, nil)
            }
            (number, digits) = (0, 0)
        }
        return days
    }
}
