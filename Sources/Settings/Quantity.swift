/// A whole number with a unit, `30s`, `100MB`.
struct Quantity: Sendable {
    /// The units and what each is worth, the smallest first.
    let units: [(name: String, worth: Int)]

    static let milliseconds = Quantity(units: [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)])
    static let bytes = Quantity(units: [("B", 1), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000)])

    /// The number in the smallest unit; `nil` where the text is no such quantity, is zero or cannot be held.
    func read(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let name = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits), number > 0, let unit = units.first(where: { $0.name == name }) else {
            return nil
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit.worth)
        return overflow ? nil : product
    }

    /// The number in the largest unit that needs no fraction.
    func written(_ number: Int) -> String {
        let unit = units.last { number.isMultiple(of: $0.worth) }
        return "\(number / (unit?.worth ?? 1))\(unit?.name ?? "")"
    }
}
