/// Where a line of text runs on the page.
enum Direction: CaseIterable {
    case right
    case down
    case left
    case up
    case slanted
}

/// One drawn character.
struct Glyph {
    /// What stands for a character that the font does not name.
    static let unknown: Unicode.Scalar = "\u{FFFD}"

    var scalar: Unicode.Scalar
    /// Its em box: as wide as the character, as high as the font is large.
    var box: Box
    var size: Double
    var direction = Direction.right
    /// Of a font that writes from top to bottom.
    var isVertical = false
    /// Drawn so that nobody sees it.
    var isHidden = false
    /// 0 black to 1 white.
    var lightness = 0.0

    /// The line on which the characters of one line stand, whatever their sizes.
    var baseline: Double { box.bottom - 0.12 * box.height }
    var isSpace: Bool { scalar.properties.isWhitespace }
    var isDigit: Bool { ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar) }
    /// A digit, or what stands between the digits of a number.
    var isNumeric: Bool { isDigit || ".,．，".unicodeScalars.contains(scalar) }
    /// Of a script that parts words by spaces.
    var isLatin: Bool { scalar.isASCII && scalar.properties.isAlphabetic }
}
