import Reports

/// Whether a percentage follows from the numbers beside it.
enum RateCheck {
    static func hit(_ rate: Rate) -> Hit? {
        guard let stated = Double(rate.percent), rate.whole > 0, (0...rate.whole).contains(rate.part) else {
            return nil
        }
        let found = Double(rate.part) * 100 / Double(rate.whole)
        let decimals = rate.percent.split(separator: ".").dropFirst().first?.count ?? 0
        // Rounded or cut off: one unit of the last decimal printed is honest.
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
        guard abs(stated - found) >= unit else { return nil }
        return Hit(
            at: .section(rate.section), excerpt: rate.sentence[...], around: "\(rate.percent)%",
            facts: ["stated": .text(rate.percent), "found": .text(text(found))],
            words: ["part": String(rate.part), "whole": String(rate.whole)])
    }

    /// The number with one decimal.
    private static func text(_ percent: Double) -> String {
        let tenths = Int((percent * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
