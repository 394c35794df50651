import Reports

/// Finds the sentence that says which period the figures cover.
enum PeriodReader {
    /// The period, from the first sentence that speaks of figures and names two days.
    static func period(in paragraphs: some Sequence<String>) -> Period? {
        for paragraph in paragraphs {
            for sentence in paragraph.split(whereSeparator: { "。；;".contains($0) }) {
                guard sentence.mentionsAny(of: leads),
                    let period = period(inSentence: String(sentence))
                else { continue }
                return period
            }
        }
        return nil
    }

    /// The words with which a sentence speaks of the figures' period.
    private static let leads = ["统计期限", "统计时限", "统计时间", "统计数据", "所列数据", "数据的时间", "数据期限"]

    private static func period(inSentence sentence: String) -> Period? {
        let days = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/
        let found = Folding.compact(sentence).matches(of: days)
        guard found.count >= 2, let year = found[0].output.1.flatMap({ Int($0) }) else { return nil }
        guard let first = day(found[0].output, year: year),
            let last = day(found[1].output, year: found[1].output.1.flatMap { Int($0) } ?? year)
        else { return nil }
        return Period(first: first, last: last, excerpt: Folding.trim(sentence))
    }

    private static func day(_ output: (Substring, Substring?, Substring, Substring), year: Int) -> Period.Day? {
        guard let month = Int(output.2), let day = Int(output.3) else { return nil }
        return Period.Day(year: year, month: month, day: day)
    }
}
