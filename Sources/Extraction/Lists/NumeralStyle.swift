/// How the numbers of a list are written.
enum NumeralStyle {
    case none
    case bullet
    case decimal
    /// 01, 02.
    case decimalZero
    /// １, ２.
    case decimalFullWidth
    case upperRoman
    case lowerRoman
    case upperLetter
    case lowerLetter
    /// 一, 十, 二十一.
    case chinese
    /// 壹, 拾, 贰拾壹.
    case chineseLegal
    /// 一, 一〇, 二一.
    case chineseDigits
    /// 甲, 乙.
    case stems
    /// 子, 丑.
    case branches
    /// ①.
    case circled
    /// ⑴.
    case parenthesized
    /// ⒈.
    case stopped
    /// ㊀.
    case circledChinese
    /// ㈠.
    case parenthesizedChinese

    /// The number as it is printed; nothing for a bullet, which is no text.
    func text(_ number: Int) -> String {
        switch self {
        case .none, .bullet: ""
        case .decimal: String(number)
        case .decimalZero: (0..<10).contains(number) ? "0\(number)" : String(number)
        case .decimalFullWidth: NumeralStyle.digits(number, of: Array("０１２３４５６７８９"))
        case .upperRoman: NumeralStyle.roman(number)
        case .lowerRoman: NumeralStyle.roman(number).lowercased()
        case .upperLetter: NumeralStyle.letter(number)
        case .lowerLetter: NumeralStyle.letter(number).lowercased()
        case .chinese: NumeralStyle.counting(number, digits: Array("零一二三四五六七八九"), units: Array("十百千"))
        case .chineseLegal: NumeralStyle.counting(number, digits: Array("零壹贰叁肆伍陆柒捌玖"), units: Array("拾佰仟"))
        case .chineseDigits: number == 10 ? "十" : NumeralStyle.digits(number, of: Array("〇一二三四五六七八九"))
        case .stems: NumeralStyle.cycle(number, of: Array("甲乙丙丁戊己庚辛壬癸"))
        case .branches: NumeralStyle.cycle(number, of: Array("子丑寅卯辰巳午未申酉戌亥"))
        case .circled: NumeralStyle.sign(number, from: "①", count: 20)
        case .parenthesized: NumeralStyle.sign(number, from: "⑴", count: 20)
        case .stopped: NumeralStyle.sign(number, from: "⒈", count: 20)
        case .circledChinese: NumeralStyle.sign(number, from: "㊀", count: 10)
        case .parenthesizedChinese: NumeralStyle.sign(number, from: "㈠", count: 10)
        }
    }

    private static func digits(_ number: Int, of digits: [Character]) -> String {
        String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    private static func cycle(_ number: Int, of signs: [Character]) -> String {
        number > 0 ? String(signs[(number - 1) % signs.count]) : String(number)
    }

    /// A sign of which there is one for each of the first numbers; others are written in digits.
    private static func sign(_ number: Int, from first: Unicode.Scalar, count: Int) -> String {
        guard (1...count).contains(number), let scalar = Unicode.Scalar(first.value + UInt32(number - 1)) else {
            return String(number)
        }
        return String(scalar)
    }

    /// A, B … Z, AA, BB: the letter again for each round, as word processors count.
    private static func letter(_ number: Int) -> String {
        guard (1...780).contains(number), let scalar = Unicode.Scalar(UInt32(65 + (number - 1) % 26)) else {
            return String(number)
        }
        return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return String(number) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        return signs.reduce(into: "") { text, sign in
            text += String(repeating: sign.1, count: rest / sign.0)
            rest %= sign.0
        }
    }

    private static func counting(_ number: Int, digits: [Character], units: [Character]) -> String {
        guard (1..<10_000).contains(number) else { return number == 0 ? String(digits[0]) : String(number) }
        let values = String(number).compactMap(\.wholeNumberValue)
        var text = ""
        for (index, value) in values.enumerated() {
            let power = values.count - 1 - index
            if value == 0 {
                let isFollowed = values[index...].contains { $0 != 0 }
                if isFollowed, text.last != digits[0] { text.append(digits[0]) }
                continue
            }
            // 十一, not 一十一.
            if !(values.count == 2 && index == 0 && value == 1) { text.append(digits[value]) }
            if power > 0 { text.append(units[power - 1]) }
        }
        return text
    }
}
