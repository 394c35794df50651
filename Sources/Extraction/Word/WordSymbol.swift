/// A sign that Word takes out of a font by its number.
enum WordSymbol {
    /// The character. Fonts of signs have numbers of their own; a sign that is not known here is a box.
    static func text(font: String, code: String) -> String {
        guard let number = UInt32(code, radix: 16) else { return "" }
        // Numbers of a font stand in the private area.
        let place = (0xF000...0xF0FF).contains(number) ? number - 0xF000 : number
        let name = font.lowercased()
        let signs = name.hasPrefix("wingdings") ? wingdings[name] : name == "symbol" ? symbol : nil
        if let signs { return signs[place] ?? "□" }
        return Unicode.Scalar(place).map { String($0) } ?? ""
    }

    private static let symbol: [UInt32: String] = [
        0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠",
    ]

    private static let wingdings: [String: [UInt32: String]] = [
        "wingdings": [
            0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x75: "◆", 0xA1: "○", 0xA8: "□", 0xD8: "➢", 0xE8: "→",
            0xFB: "✗",
            0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        ],
        "wingdings 2": [0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□"],
    ]
}
