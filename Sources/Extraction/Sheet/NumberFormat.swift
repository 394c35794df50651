/// How a cell shows its number, by the pattern of Excel that its style names.
struct NumberFormat {
    private let sections: [NumberSection]

    /// A pattern as `#,##0.00;-0`, its parts for numbers over zero, under it, and zero.
    init(_ pattern: String) {
        sections = NumberSection.sections(of: pattern)
    }

    /// The number as the cell shows it.
    func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        let index = sections.count > 2 && value == 0 ? 2 : sections.count > 1 && value < 0 ? 1 : 0
        guard sections.indices.contains(index) else { return NumberFormat.general(value) }
        // The part for numbers under zero writes the sign itself.
        return sections[index].text(index == 1 ? -value : value)
    }

    /// A number without a pattern: eleven digits, as Excel shows it, so that what binary numbers add to decimal ones stays out.
    static func general(_ value: Double) -> String {
        guard let digits = DecimalDigits(value) else { return "\(value)" }
        return digits.text(least: 0, most: max(0, 11 - digits.wholeDigits))
    }

    /// The patterns that have numbers instead, as a Chinese Excel shows them.
    static let numbered: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 22: "yyyy/m/d",
        27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 31: "yyyy\"年\"m\"月\"d\"日\"", 37: "#,##0;-#,##0",
        38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;\"-\"",
        42: "\"¥\"#,##0;\"¥\"-#,##0;\"¥\"\"-\"", 43: "#,##0.00;-#,##0.00;\"-\"",
        44: "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥\"\"-\"", 57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
    ]
}
