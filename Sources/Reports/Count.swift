/// The whole numbers that a report can count, and their sums.
///
/// What stands in a file, a ledger or a journal is a count only within `bounds`. Sums are checked all the same: a report can be
/// made by hand.
package enum Count {
    /// More than anyone counts: the country has 1.4 · 10⁹ people. Nine million such numbers add up within an `Int`.
    package static let bounds = 0...1_000_000_000_000

    /// The number itself; `nil` where it is out of bounds.
    package static func within(_ number: Int?) -> Int? { number.flatMap { bounds.contains($0) ? $0 : nil } }

    /// What numbers add up to; `nil` where an `Int` does not hold it.
    package static func sum(_ numbers: some Sequence<Int>) -> Int? {
        var sum = 0
        for number in numbers {
            let (next, overflow) = sum.addingReportingOverflow(number)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }

    /// What numbers add up to; `nil` where one is missing, or an `Int` does not hold the sum.
    package static func sum(_ numbers: [Int?]) -> Int? {
        let known = numbers.compactMap(\.self)
        return known.count == numbers.count ? sum(known) : nil
    }

    /// What is left of a number; `nil` where an `Int` does not hold it.
    package static func difference(_ number: Int, _ less: Int) -> Int? {
        let (rest, overflow) = number.subtractingReportingOverflow(less)
        return overflow ? nil : rest
    }
}
