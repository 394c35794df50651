extension String {
    /// The text with the middle of each identity, bank card, mobile and passport number starred: 138******00. It has as many characters as
    /// before.
    ///
    /// All that is stored, sent or shown of a report or of a file's name goes through here, and nothing else stars. Digits of any
    /// script and Chinese numerals count, with signs or spaces between them too. A run of fifteen need not be proven a number of a person:
    /// no count has so many digits. A run of twelve to fourteen is one only as a mobile number behind 0 or 86: area codes and the numbers
    /// of documents have as many, and begin as mobile numbers do. Digits in groups have to have the form of one, and of what could be a
    /// list of counts also something that no counts have. Idempotent; takes time linear in the length.
    package var masked: String {
        // Most texts have fewer digits than any such number. A digit that is not ASCII takes two bytes or more.
        guard utf8.lazy.filter({ $0.isASCIIDigit || $0 >= 0x80 }).prefix(7).count == 7 else { return self }
        var scalars = Array(unicodeScalars)
        let numbers = DigitChain.all(in: scalars).flatMap(\.personalNumbers)
        let places = numbers.map { $0.map(\.index) } + PassportNumber.all(in: scalars).map(Array.init)
        guard !places.isEmpty else { return self }
        for number in places { for index in number.dropFirst(3).dropLast(2) { scalars[index] = "*" } }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// The number of an ordinary passport: E12345678, EA1234567, G12345678.
private enum PassportNumber {
    /// Where the letters and digits of each stand.
    static func all(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var numbers: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index].isLatinOrDigit else {
                index += 1
                continue
            }
            let end = scalars[index...].firstIndex { !$0.isLatinOrDigit } ?? scalars.count
            if isPassport(scalars[index..<end]) { numbers.append(index..<end) }
            index = end
        }
        return numbers
    }

    /// One that goes on as a year of this century does is the number of a document: G20240012.
    private static func isPassport(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard word.count == 9, let first = word.first, "EeＥｅGgＧｇ".unicodeScalars.contains(first) else { return false }
        var digits = word.dropFirst()
        if digits.first?.digit == nil, "EeＥｅ".unicodeScalars.contains(first) { digits = digits.dropFirst() }
        let values = digits.map(\.digit)
        return !values.contains(nil) && !(values.count == 8 && values.starts(with: [2, 0]))
    }
}

/// Groups of digits with a sign or spaces between them: 110101 19900101 1234.
private struct DigitChain {
    struct Digit {
        let index: Int
        /// 10 for the X at the end of an identity number.
        let value: Int
    }

    /// What stands before a group, the more of a list the greater.
    enum Joint: Comparable {
        /// Signs and spaces within a number.
        case within
        /// A comma, or a sign that stands in sums and times as well: in a number, or in a line of a table.
        case comma
        /// What parts the items of a list or the cells of a row.
        case list
    }

    struct Group {
        var digits: [Digit]
        let joint: Joint
        let isChinese: Bool
    }

    /// So many signs and spaces stand between two groups at most.
    private static let mostSeparators = 3
    /// No number of a person has more groups.
    private static let mostGroups = 9

    private var groups: [Group] = []

    static func all(in scalars: [Unicode.Scalar]) -> [DigitChain] {
        var chains: [DigitChain] = []
        // What lies since the last digit; more than are allowed ends the chain.
        var separators = mostSeparators + 1
        var joint = Joint.within
        var isChinese = false
        for (index, scalar) in scalars.enumerated() {
            let numeral = scalar.chineseNumeral
            if let value = numeral ?? (scalar.isIdeograph ? nil : scalar.digit) {
                // 13800138000一是: nobody writes one number in both.
                let isOther = isChinese != (numeral != nil)
                if separators > mostSeparators || isOther { chains.append(DigitChain()) }
                isChinese = numeral != nil
                let digit = Digit(index: index, value: value)
                chains[chains.count - 1].add(digit, asGroup: separators > 0 || isOther ? joint : nil, isChinese)
                (separators, joint) = (0, .within)
            } else if scalar.isIdeograph {
                separators = mostSeparators + 1
            } else if scalar.isUnseen {
                continue
            } else if separators == 0, "XxＸｘ".unicodeScalars.contains(scalar) {
                chains[chains.count - 1].add(Digit(index: index, value: 10), asGroup: nil)
                separators = mostSeparators + 1
            } else if let between = scalar.joint {
                separators = min(separators, mostSeparators) + 1
                joint = separators == 1 ? between : max(joint, between)
            } else {
                separators = mostSeparators + 1
            }
        }
        return chains
    }

    /// Adds a digit, to a group of its own behind `joint` where there is one.
    private mutating func add(_ digit: Digit, asGroup joint: Joint?, _ isChinese: Bool = false) {
        if let joint { groups.append(Group(digits: [], joint: joint, isChinese: isChinese)) }
        groups[groups.count - 1].digits.append(digit)
    }

    /// The numbers of persons in the chain, from the left, each as long as can be.
    var personalNumbers: [[Digit]] {
        var numbers: [[Digit]] = []
        var first = 0
        while first < groups.count {
            // Digits one by one are no number's groups: they are a whole number by themselves, or none.
            let single = groups[first...].prefix { $0.digits.count == 1 }
            if !single.isEmpty {
                if isSpaced(single) { numbers.append(single.flatMap(\.digits)) }
                first = single.endIndex
                continue
            }
            if let number = Self.mobile(amidNumeralsOf: groups[first]) {
                numbers.append(number)
                first += 1
                continue
            }
            let longest = min(groups.count, first + Self.mostGroups)
            let end = (first + 1...longest).last { isPersonal(groups[first..<$0]) }
            if let end { numbers.append(groups[first..<end].flatMap(\.digits)) }
            first = end ?? first + 1
        }
        return numbers
    }

    /// The mobile number in a run of Chinese numerals that is a little longer: 李四 ends in one, and 一是 begins with one.
    private static func mobile(amidNumeralsOf group: Group) -> [Digit]? {
        guard group.isChinese, (12...14).contains(group.digits.count) else { return nil }
        return (0...group.digits.count - 11).lazy.map { Array(group.digits[$0..<$0 + 11]) }
            .first { hasFormOfMobile($0.map(\.value), [11], mobileGroups) }
    }

    private func isPersonal(_ groups: ArraySlice<Group>) -> Bool {
        let values = groups.flatMap { $0.digits.map(\.value) }
        let sizes = groups.map(\.digits.count)
        guard sizes.count > 1 else { return values.count >= 15 || Self.isMobile(values, sizes) }
        guard (11...20).contains(values.count) else { return false }
        let isAlone = groups.count == self.groups.count
        let isNoList = isAlone || Self.hasLeadingZero(groups)
        let isMobile = Self.isMobile(values, sizes) || isNoList && Self.isMobile(values, sizes, Self.looseMobileGroups)
        let hasForm = isMobile || Self.hasFormOfIdentity(values, sizes) || Self.hasFormOfBankCard(values, sizes)
        switch groups.dropFirst().map(\.joint).max() ?? .within {
        case .within: return hasForm
        case .comma: return isNoList && hasForm || Self.isProvenIdentity(values, sizes)
        case .list: return isMobile && Self.hasLeadingZero(groups) || Self.isProvenIdentity(values, sizes)
        }
    }

    /// Whether a group after the first begins with a zero, as no count does: 138, 0013, 8000.
    private static func hasLeadingZero(_ groups: ArraySlice<Group>) -> Bool {
        groups.dropFirst().contains { $0.digits.count > 1 && $0.digits[0].value == 0 }
    }

    /// A mobile number, before an extension too: 13800138000x8001.
    private static func isMobile(_ values: [Int], _ sizes: [Int], _ forms: Set<[Int]> = mobileGroups) -> Bool {
        guard values.last == 10, let last = sizes.last, last > 1 else { return hasFormOfMobile(values, sizes, forms) }
        return hasFormOfMobile(Array(values.dropLast()), sizes.dropLast() + [last - 1], forms)
    }

    /// A number that is written a digit at a time. A row of a table may be too, so it has to be a number of a person as a whole.
    private func isSpaced(_ groups: ArraySlice<Group>) -> Bool {
        guard groups.dropFirst().allSatisfy({ $0.joint == .within }) else { return false }
        let values = groups.map { $0.digits[0].value }
        if values.count == 11 { return Self.isMobile(values, [11]) }
        return values.count == 18 && Self.isProvenIdentity(values, [18])
    }

    /// An identity number whose last digit checks the others (GB 11643).
    private static func isProvenIdentity(_ values: [Int], _ sizes: [Int]) -> Bool {
        guard values.count == 18, hasFormOfIdentity(values, sizes) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
        return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 1
    }

    /// Eleven digits from 13 to 19 on, perhaps after 86 or 0 without a space, in the groups that people write.
    private static func hasFormOfMobile(_ values: [Int], _ sizes: [Int], _ forms: Set<[Int]>) -> Bool {
        for prefix in [[], [8, 6], [0, 8, 6], [0, 0, 8, 6], [0]] where values.starts(with: prefix) {
            let number = values.dropFirst(prefix.count)
            let first = sizes[0] - prefix.count
            guard number.count == 11, number.first == 1, number.dropFirst().first ?? 0 >= 3 else { continue }
            if forms.contains([first] + sizes.dropFirst()) { return true }
        }
        return false
    }

    private static let mobileGroups: Set<[Int]> = [
        [11], [3, 4, 4], [3, 8], [7, 4], [3, 3, 5], [3, 5, 3], [4, 4, 3], [4, 3, 4], [5, 6], [6, 5],
    ]
    /// Groups as short as counts are: 138 00 13 80 00.
    private static let looseMobileGroups: Set<[Int]> = [[3, 2, 2, 2, 2], [3, 2, 2, 4], [3, 4, 2, 2]]

    /// 18 or 15 digits with a date of birth from the seventh on.
    private static func hasFormOfIdentity(_ values: [Int], _ sizes: [Int]) -> Bool {
        if sizes == [6, 8, 4] { return true }
        guard values.count == 18 || values.count == 15, (1...8).contains(values[0]), sizes.allSatisfy({ $0 > 1 })
        else { return false }
        if values.count == 18, ![19, 20].contains(values[6] * 10 + values[7]) { return false }
        let day = values.count == 18 ? 10 : 8
        return (1...12).contains(values[day] * 10 + values[day + 1])
            && (1...31).contains(values[day + 2] * 10 + values[day + 3])
    }

    /// 16 to 19 digits of which the last one checks the others (ISO/IEC 7812), in groups of four or more.
    private static func hasFormOfBankCard(_ values: [Int], _ sizes: [Int]) -> Bool {
        guard (16...19).contains(values.count), [3, 4, 5, 6, 9].contains(values[0]), !values.contains(10),
            sizes.dropLast().allSatisfy({ $0 >= 4 })
        else { return false }
        let sum = values.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.element * (digit.offset % 2 == 0 ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }
}

extension Unicode.Scalar {
    /// Most of what is read; the properties of each need not be looked up.
    fileprivate var isIdeograph: Bool { (0x4E00..<0xA000).contains(value) }

    fileprivate var isLatinOrDigit: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// The value of a numeral that is written digit by digit: 一三八〇〇一三八〇〇〇, 壹叁捌.
    fileprivate var chineseNumeral: Int? {
        guard value == 0x25CB || value == 0x3007 || isIdeograph else { return nil }
        switch self {
        case "〇", "○", "零": return 0
        case "一", "壹", "幺": return 1
        case "二", "贰": return 2
        case "三", "叁": return 3
        case "四", "肆": return 4
        case "五", "伍": return 5
        case "六", "陆": return 6
        case "七", "柒": return 7
        case "八", "捌": return 8
        case "九", "玖": return 9
        default: return nil
        }
    }

    /// The value of a decimal digit, of ASCII, full-width or any other script.
    fileprivate var digit: Int? {
        if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
        guard properties.numericType == .decimal else { return nil }
        return properties.numericValue.map { Int($0) }
    }

    /// Marks and format characters: a number that has some in it looks the same.
    fileprivate var isUnseen: Bool {
        guard value >= 0x80 else { return false }
        switch properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// What it can be between two groups of digits; `nil` where it ends a number.
    fileprivate var joint: DigitChain.Joint? {
        switch self {
        case ",", ":", "：", "=", "＝", "+", "＋", "•", "'", "’": return .comma
        case "\t", "，", "、", "､": return .list
        default: return separatesDigits ? .within : nil
        }
    }

    private var separatesDigits: Bool {
        if value < 0x80 { return " -_./()~".unicodeScalars.contains(self) }
        switch properties.generalCategory {
        case .spaceSeparator, .dashPunctuation: return true
        default: return "·．．・－−／（）～〜∼".unicodeScalars.contains(self)
        }
    }
}
