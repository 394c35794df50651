import Reports

/// Personal data that must not be published: identity cards, bank cards, mobile numbers beside a name.
///
/// A finding goes into logs and receipts, so it shows the number masked and never the sentence.
enum PersonalInformation {
    static func hits(in report: Report) -> [Hit] {
        Passage.all(in: report).flatMap { passage in
            passage.paragraphs.flatMap(numbers).map { number in
                let masked = mask(number.digits)
                return Hit(
                    at: passage.at, excerpt: masked, facts: ["found": .text(masked)], words: ["kind": number.kind])
            }
        }
    }

    private struct Number {
        var kind: String
        var digits: String
    }

    private static func numbers(in paragraph: String) -> [Number] {
        let text = paragraph.compact
        guard text.count(where: \.isNumber) >= 11 else { return [] }
        return text.matches(of: #/(?:^|[^0-9A-Za-z])([0-9]{11,19}[Xx]?)(?![0-9A-Za-z])/#).compactMap { match in
            let digits = String(match.1)
            let before = String(text[..<match.range.upperBound].dropLast(digits.count).suffix(24))
            return kind(of: digits, before: before).map { Number(kind: $0, digits: digits) }
        }
    }

    private static func kind(of digits: String, before: String) -> String? {
        switch digits.count {
        case 18 where isIdentityCard(digits): "身份证号码"
        case 16...19 where before.mentionsAny(of: ["卡号", "银行卡"]) && isBankCard(digits): "银行卡号"
        case 11 where isMobile(digits) && before.mentionsAny(of: people): "与姓名同时出现的手机号码"
        default: nil
        }
    }

    private static let people = ["先生", "女士", "同志", "申请人", "当事人", "姓名", "联系人", "经办人", "户主"]

    private static func isMobile(_ digits: String) -> Bool {
        digits.wholeMatch(of: #/1[3-9][0-9]{9}/#) != nil
    }

    /// A date of birth inside and the check digit of GB 11643.
    private static func isIdentityCard(_ digits: String) -> Bool {
        guard
            digits.wholeMatch(of: #/[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/#) != nil
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return Array("10X98765432")[sum % 11] == digits.uppercased().last
    }

    /// The check digit of ISO/IEC 7812 (Luhn).
    private static func isBankCard(_ digits: String) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    private static func mask(_ digits: String) -> String {
        digits.prefix(3) + String(repeating: "*", count: max(0, digits.count - 5)) + digits.suffix(2)
    }
}
