/// Where a line of text runs on the page.
enum Direction: CaseIterable {
    case right
    case down
    case left
    case up
    case slanted

    /// The direction of a vector on the page; what leans by more than a few degrees is slanted.
    init(x: Double, y: Double) {
        let slant = min(abs(x), abs(y))
        if slant > 0.09 * (x * x + y * y).squareRoot() {
            self = .slanted
        } else if abs(x) > abs(y) {
            self = x >= 0 ? .right : .left
        } else {
            self = y >= 0 ? .down : .up
        }
    }
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
    var isSpace: Bool { scalar.isBlank }
    var isDigit: Bool { ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar) }
    /// A digit, or what stands between the digits of a number.
    var isNumeric: Bool {
        switch scalar {
        case ".", ",", "．", "，": true
        default: isDigit
        }
    }
    /// Of a script that parts words by spaces.
    var isLatin: Bool { ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) }

    /// A character that a person can read; codes of a font's own are none.
    static func shown(_ code: UInt32) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(code) else { return unknown }
        if (0x21...0x7E).contains(code) || (0x4E00...0x9FFF).contains(code) { return scalar }
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate: return unknown
        case .control: return code == 9 || code == 10 || code == 13 ? " " : unknown
        default: return Ideographs.unified(scalar)
        }
    }
}
