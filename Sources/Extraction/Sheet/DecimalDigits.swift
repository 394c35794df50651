/// A number as decimal digits, to be rounded as a person rounds what he reads: 2.675 is 2.68, though no binary number is 2.675.
struct DecimalDigits {
    private var isNegative: Bool
    /// The digits of the whole part and of the fraction.
    private var whole: [Int]
    private var fraction: [Int]

    /// The shortest decimal form that stands for the number. Those that have more than 15 digits before the point are no counts.
    init?(_ value: Double) {
        guard value.isFinite, abs(value) < 1e15 else { return nil }
        let text = "\(abs(value))".lowercased()
        let parts = text.split(separator: "e")
        let places = parts[0].split(separator: ".")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        isNegative = value < 0
        whole = places[0].compactMap(\.wholeNumberValue)
        fraction = places.count > 1 ? places[1].compactMap(\.wholeNumberValue) : []
        if exponent < 0 {
            fraction = Array(repeating: 0, count: -exponent - 1) + whole + fraction
            whole = [0]
        }
    }

    /// How many digits stand before the point.
    var wholeDigits: Int { whole.count }

    /// The number with at most so many decimals, and no zeros at the end but for the least.
    func text(least: Int, most: Int, grouped: Bool = false) -> String {
        var digits = whole + (0..<most).map { fraction.indices.contains($0) ? fraction[$0] : 0 }
        if fraction.indices.contains(most), fraction[most] >= 5 { DecimalDigits.increase(&digits) }
        var decimals = digits.suffix(most)
        let front = digits.dropLast(most)
        while decimals.count > least, decimals.last == 0 { decimals.removeLast() }
        let isZero = digits.allSatisfy { $0 == 0 }
        var text = isNegative && !isZero ? "-" : ""
        for (index, digit) in front.enumerated() {
            if grouped, index > 0, (front.count - index).isMultiple(of: 3) { text += "," }
            text += String(digit)
        }
        return decimals.isEmpty ? text : text + "." + decimals.map(String.init).joined()
    }

    private static func increase(_ digits: inout [Int]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
