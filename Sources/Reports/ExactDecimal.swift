/// A decimal number that is not negative, without the errors of binary fractions: sums of money come out as on paper.
package struct ExactDecimal: Sendable, Hashable {
    /// Digits after the point that can be kept; 万元 need four to be exact to the 元, six to the 分.
    private static let places = 12
    private static let one: Int128 = 1_000_000_000_000
    /// The number in units of 10⁻¹². A cell takes up to 2⁸⁰ of them, so that 10¹⁴ cells can be added.
    private var units: Int128

    /// The number in digits, `4166.214619`; `nil` for anything but digits with at most one point among them, too many
    /// of them, or more than can be counted.
    package init?(_ digits: some StringProtocol) {
        self.init(digits) { Int($0).flatMap { Count.within($0) }.map { Int128($0) } }
    }

    /// The same of a sum of such numbers, which can be more than any of them.
    package init?(sum digits: some StringProtocol) {
        self.init(digits) { Int128($0) }
    }

    private init?<Digits: StringProtocol>(_ digits: Digits, whole read: (Digits.SubSequence) -> Int128?) {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }),
            let whole = read(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1].trimmingZeros) : ""
        guard fraction.count <= Self.places,
            let rest = Int128(fraction + String(repeating: "0", count: Self.places - fraction.count))
        else { return nil }
        let (scaled, isBeyond) = whole.multipliedReportingOverflow(by: Self.one)
        let (sum, isOver) = scaled.addingReportingOverflow(rest)
        guard !isBeyond, !isOver else { return nil }
        units = sum
    }

    /// A whole number; `nil` for a negative one.
    package init?(_ count: Int) {
        guard count >= 0 else { return nil }
        units = Int128(count) * Self.one
    }

    /// The whole number; `nil` where there is a fraction, or more than a machine counts.
    package var count: Int? { units % Self.one == 0 ? Int(exactly: units / Self.one) : nil }

    /// The number in digits, without zeros at the end of the fraction.
    package var digits: String {
        let fraction = String(String(units % Self.one + Self.one).dropFirst()).trimmingZeros
        return String(units / Self.one) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// The sum. One that would be beyond all numbers is the largest.
    package static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        var sum = left
        let (units, overflow) = left.units.addingReportingOverflow(right.units)
        sum.units = overflow ? .max : units
        return sum
    }

    /// The number as near as a binary fraction comes to it, for drawings and shares.
    package var approximate: Double { Double(units) / Double(Self.one) }

    /// How far it is from another number.
    package func distance(to other: ExactDecimal) -> ExactDecimal {
        var distance = self
        distance.units = self < other ? other.units - units : units - other.units
        return distance
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension ExactDecimal: Comparable {
    package static func < (one: ExactDecimal, other: ExactDecimal) -> Bool { one.units < other.units }
}

extension StringProtocol {
    /// The text without zeros at its end.
    fileprivate var trimmingZeros: SubSequence {
        guard let last = lastIndex(where: { $0 != "0" }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}
