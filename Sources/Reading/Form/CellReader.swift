import Reports

/// Reads what stands in one cell.
enum CellReader {
    /// A cell, and what stands in it where its number has something beside it.
    struct Reading: Equatable {
        var cell: Cell
        /// As printed; `nil` where the number stands alone, or there is none.
        var note: String?
    }

    /// The cell, the number beside a note included: 22（其中修订16件）, 3件, 约3 leave one reading.
    static func reading(_ text: String) -> Reading {
        let cell = cell(text)
        guard case .words(let printed) = cell, !hasGap(text), let number = NotedNumber.digits(in: printed) else {
            return Reading(cell: cell)
        }
        let found = self.cell(number)
        return found.digits == nil ? Reading(cell: cell) : Reading(cell: found, note: Folding.oneLine(printed))
    }

    /// The cell: a count, an amount, a blank, or words as they are. Full-width digits and grouped ones (1,234) are numbers.
    static func cell(_ text: String) -> Cell {
        let digits = Folding.halfWidth(text).filter { !$0.isWhitespace }
        guard !digits.isEmpty else { return .blank }
        // White space between digits: one number drawn apart, or two run together. Nobody can tell.
        guard !hasGap(text) else { return .words(Folding.trim(text)) }
        let plain = isGrouped(digits) ? digits.filter { $0 != "," } : digits
        // A number of a person is none that anybody counts, and counts are shown as they are.
        if plain.allSatisfy(\.isASCIIDigit), plain.masked != plain { return .words(Folding.trim(text)) }
        if plain.allSatisfy(\.isASCIIDigit), let number = Count.within(Int(plain)) { return .count(number) }
        if isDecimal(plain), Count.within(Int(plain.prefix { $0 != "." })) != nil { return .amount(plain) }
        return .words(Folding.trim(text))
    }

    /// Whether the text is numbers with white space between, or one with white space inside: `1 0`, `1,204 ３`.
    static func hasGap(_ text: String) -> Bool {
        let parts = Folding.halfWidth(text).split(whereSeparator: \.isWhitespace)
        return parts.count > 1 && parts.allSatisfy { cell(String($0)).digits != nil }
    }

    /// Whether the text is nothing but values, one or several with white space between: `0 无 1`.
    static func areValues(_ text: String) -> Bool {
        let parts = text.split(whereSeparator: \.isWhitespace)
        return !parts.isEmpty && parts.allSatisfy { isValue(String($0)) }
    }

    /// Whether the text could stand for a number: one, or what people write where there is none.
    static func isValue(_ text: String) -> Bool {
        let folded = Folding.compact(text)
        if blanks.contains(folded) { return true }
        var hasDigit = false
        for scalar in folded.unicodeScalars {
            if scalar.isDigit { hasDigit = true } else if !besideDigits.contains(scalar) { return false }
        }
        return hasDigit
    }

    /// What people write where there is no number.
    private static let blanks: Set = ["无", "—", "-", "--", "——", "/", "\\", "―", "–", "*", "空", "零"]
    private static let besideDigits = Set("+-.,%件条个万元".unicodeScalars)

    private static func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
    }

    /// Digits in groups of three, a decimal part allowed: 1,234,567.89.
    private static func isGrouped(_ text: String) -> Bool {
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.count > 1 && groups.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
            && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
