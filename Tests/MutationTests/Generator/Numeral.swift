import Fixtures

/// The ways in which people write a number in a sentence or a table.
enum Numeral {
    /// A number with its measure word.
    static func counted(_ number: Int, _ unit: Character, using random: inout Seeded) -> String {
        var ways = [String(number), String(number), fullWidth(String(number)), grouped(number), " \(number) "]
        // Chinese numerals are numbers with the measure words of cases alone: 三条意见 may be no count at all.
        if number <= 9_999, "件份宗起".contains(unit) { ways.append(chinese(number)) }
        if number > 0, number.isMultiple(of: 10_000) { ways.append("\(number / 10_000)万") }
        return random.pick(ways) + String(unit)
    }

    /// A number as a cell of a table has it.
    static func cell(_ number: Int, using random: inout Seeded) -> String {
        random.pick([String(number), String(number), String(number), fullWidth(String(number)), grouped(number)])
    }

    static func fullWidth(_ text: String) -> String {
        String(text.map { $0.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } ?? $0 })
    }

    static func grouped(_ number: Int) -> String {
        var groups: [String] = []
        var rest = number
        while rest >= 1_000 {
            groups.insert(String(String(rest % 1_000 + 1_000).dropFirst()), at: 0)
            rest /= 1_000
        }
        return ([String(rest)] + groups).joined(separator: ",")
    }

    /// 〇 to 九千九百九十九, with 零 for skipped places.
    static func chinese(_ number: Int) -> String {
        guard number > 0 else { return "零" }
        var text = ""
        var skipped = false
        for (place, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / place % 10
            if digit == 0 {
                skipped = !text.isEmpty
            } else {
                text += (skipped ? "零" : "") + String(Array("零一二三四五六七八九")[digit]) + name
                skipped = false
            }
        }
        return (10...19).contains(number) ? String(text.dropFirst()) : text
    }
}
