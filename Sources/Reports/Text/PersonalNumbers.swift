extension String {
    /// The text with the middle of each identity, bank card and mobile number starred: 138******00. It has as many characters as before.
    ///
    /// All that is stored, sent or shown of a report or of a file's name goes through here, and nothing else stars. Digits of any
    /// script count, with signs or spaces between them too. A long run need not be proven a number of a person: no count has so many
    /// digits. Digits in groups have to have the form of one, since a row of a table is groups of digits as well. Idempotent; takes
    /// time linear in the length.
    package var masked: String {
        // Most texts have fewer digits than any such number. A digit that is not ASCII takes two bytes or more.
        guard utf8.lazy.filter({ $0.isASCIIDigit || $0 >= 0x80 }).prefix(11).count == 11 else { return self }
        var scalars = Array(unicodeScalars)
        let numbers = DigitChain.all(in: scalars).flatMap(\.personalNumbers)
        guard !numbers.isEmpty else { return self }
        for number in numbers { for digit in number.dropFirst(3).dropLast(2) { scalars[digit.index] = "*" } }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// Groups of digits with a sign or spaces between them: 110101 19900101 1234.
private struct DigitChain {
    struct Digit {
        let index: Int
        /// 10 for the X at the end of an identity number.
        let value: Int
    }

    /// So many signs and spaces stand between two groups at most.
    private static let mostSeparators = 3
    /// No number of a person has more groups.
    private static let mostGroups = 9

    private var groups: [[Digit]] = []

    static func all(in scalars: [Unicode.Scalar]) -> [DigitChain] {
        var chains: [DigitChain] = []
        // What lies since the last digit; more than are allowed ends the chain.
        var separators = mostSeparators + 1
        for (index, scalar) in scalars.enumerated() {
            if scalar.isIdeograph {
                separators = mostSeparators + 1
            } else if scalar.isUnseen {
                continue
            } else if let value = scalar.digit {
                if separators > mostSeparators { chains.append(DigitChain()) }
                chains[chains.count - 1].add(Digit(index: index, value: value), asGroup: separators > 0)
                separators = 0
            } else if separators == 0, "XxＸｘ".unicodeScalars.contains(scalar) {
                chains[chains.count - 1].add(Digit(index: index, value: 10), asGroup: false)
                separators = mostSeparators + 1
            } else {
                separators = scalar.separatesDigits ? min(separators, mostSeparators) + 1 : mostSeparators + 1
            }
        }
        return chains
    }

    private mutating func add(_ digit: Digit, asGroup: Bool) {
        if asGroup { groups.append([]) }
        groups[groups.count - 1].append(digit)
    }

    /// The numbers of persons in the chain, from the left, each as long as can be.
    var personalNumbers: [[Digit]] {
        var numbers: [[Digit]] = []
        var first = 0
        while first < groups.count {
            // Digits one by one are no number's groups: they are a whole number by themselves, or none.
            let single = groups[first...].prefix { $0.count == 1 }
            if !single.isEmpty {
                if Self.isSpaced(single.map { $0[0].value }) { numbers.append(single.flatMap(\.self)) }
                first = single.endIndex
                continue
            }
            let longest = min(groups.count, first + Self.mostGroups)
            let end = (first + 1...longest).last { Self.isPersonal(groups[first..<$0]) }
            if let end { numbers.append(groups[first..<end].flatMap(\.self)) }
            first = end ?? first + 1
        }
        return numbers
    }

    private static func isPersonal(_ groups: ArraySlice<[Digit]>) -> Bool {
        let values = groups.flatMap { $0.map(\.value) }
        let sizes = groups.map(\.count)
        guard sizes.count > 1 else { return values.count >= 15 || isMobile(values, sizes) }
        return isMobile(values, sizes) || hasFormOfIdentity(values, sizes) || hasFormOfBankCard(values, sizes)
    }

    /// A mobile number, before an extension too: 13800138000x8001.
    private static func isMobile(_ values: [Int], _ sizes: [Int]) -> Bool {
        guard values.last == 10, let last = sizes.last, last > 1 else { return hasFormOfMobile(values, sizes) }
        return hasFormOfMobile(Array(values.dropLast()), sizes.dropLast() + [last - 1])
    }

    /// A number that is written a digit at a time. A row of a table may be too, so it has to be a number of a person as a whole.
    private static func isSpaced(_ values: [Int]) -> Bool {
        if values.count == 11 { return hasFormOfMobile(values, [11]) }
        return values.count == 18 && hasFormOfIdentity(values, [18]) && checksIdentity(values)
    }

    /// Whether the last digit checks the others (GB 11643).
    private static func checksIdentity(_ values: [Int]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
        return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 1
    }

    /// Eleven digits from 13 to 19 on, perhaps after 86 or 0 without a space, in the groups that people write.
    private static func hasFormOfMobile(_ values: [Int], _ sizes: [Int]) -> Bool {
        for prefix in [[], [8, 6], [0, 8, 6], [0, 0, 8, 6], [0]] where values.starts(with: prefix) {
            let number = values.dropFirst(prefix.count)
            let first = sizes[0] - prefix.count
            guard number.count == 11, number.first == 1, number.dropFirst().first ?? 0 >= 3 else { continue }
            if mobileGroups.contains([first] + sizes.dropFirst()) { return true }
        }
        return false
    }

    private static let mobileGroups: Set<[Int]> = [
        [11], [3, 4, 4], [3, 8], [7, 4], [3, 3, 5], [3, 5, 3], [4, 4, 3], [4, 3, 4], [5, 6], [6, 5],
    ]

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

    fileprivate var separatesDigits: Bool {
        if value < 0x80 { return " -_./()~".unicodeScalars.contains(self) }
        switch properties.generalCategory {
        case .spaceSeparator, .dashPunctuation: return true
        default: return "·．．・－−／（）～〜∼".unicodeScalars.contains(self)
        }
    }
}
