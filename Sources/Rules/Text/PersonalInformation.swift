import Reports

/// Personal data that must not be published: identity cards, bank cards, mobile numbers beside a name.
///
/// A finding goes into logs and receipts, so it shows the number starred and never the sentence.
enum PersonalInformation {
    static func hits(in report: Report) -> [Hit] {
        Passage.all(in: report).flatMap { passage in
            passage.paragraphs.flatMap(numbers).map { number in
                let shown = number.digits.masked
                return Hit(
                    at: passage.at, excerpt: shown[...], facts: ["found": .text(shown)], words: ["kind": number.kind])
            }
        }
    }

    private struct Number {
        var kind: String
        var digits: String
    }

    /// So many bytes before a number say whose it is: 24 ideographs.
    private static let leadBytes = 72

    private static func numbers(in paragraph: String) -> [Number] {
        let text = Array(paragraph.compact.utf8)
        return text.runs(where: \.isASCIILetterOrDigit).compactMap { run in
            guard (11...20).contains(run.count), text[run].dropLast().allSatisfy(\.isASCIIDigit) else { return nil }
            let digits = String(decoding: text[run], as: UTF8.self)
            let before = String(decoding: text[..<run.lowerBound].suffix(leadBytes), as: UTF8.self)
            return kind(of: digits, before: before).map { Number(kind: $0, digits: digits) }
        }
    }

    private static func kind(of digits: String, before: String) -> String? {
        switch digits.utf8.count {
        case 18 where isIdentityCard(Array(digits.utf8)): "身份证号码"
        case 16...19 where before.mentionsAny(of: ["卡号", "银行卡"]) && isBankCard(Array(digits.utf8)): "银行卡号"
        case 11 where isMobile(Array(digits.utf8)) && before.mentionsAny(of: people): "与姓名同时出现的手机号码"
        default: nil
        }
    }

    private static let people = ["先生", "女士", "同志", "申请人", "当事人", "姓名", "联系人", "经办人", "户主"]

    /// Eleven digits that begin with 13 to 19.
    private static func isMobile(_ digits: [UInt8]) -> Bool {
        digits.allSatisfy(\.isASCIIDigit) && digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
    }

    /// A date of birth inside and the check digit of GB 11643; `digits` has 18.
    private static func isIdentityCard(_ digits: [UInt8]) -> Bool {
        let values = digits.map { Int($0) - 0x30 }
        guard digits.dropLast().allSatisfy(\.isASCIIDigit), values[0] > 0,
            [19, 20].contains(values[6] * 10 + values[7]), (1...12).contains(values[10] * 10 + values[11]),
            (1...31).contains(values[12] * 10 + values[13])
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let check = Array("10X98765432".utf8)[sum % 11]
        return digits[17] == check || check == UInt8(ascii: "X") && digits[17] == UInt8(ascii: "x")
    }

    /// The check digit of ISO/IEC 7812 (Luhn).
    private static func isBankCard(_ digits: [UInt8]) -> Bool {
        guard digits.allSatisfy(\.isASCIIDigit) else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = (Int(digit.element) - 0x30) * (digit.offset % 2 == 0 ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }
}
