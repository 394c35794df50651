/// The text of a line as a browser flows it: white space is one space, and a line end of the file between Chinese characters
/// is nothing.
struct WebLine {
    private(set) var text = ""
    /// Whether a line end of the file always stands for a space.
    private let lineEndIsSpace: Bool
    /// White space that shows only if something follows.
    private var gap: Gap?

    private enum Gap {
        case space
        case lineEnd
    }

    init(lineEndIsSpace: Bool) {
        self.lineEndIsSpace = lineEndIsSpace
    }

    /// Adds text; `isPreformatted` where its white space shows as it is.
    mutating func append(_ piece: String, isPreformatted: Bool) {
        if isPreformatted {
            closeGap(before: piece.unicodeScalars.first)
            text += piece
            return
        }
        for scalar in piece.unicodeScalars {
            switch scalar {
            case "\n", "\r": gap = lineEndIsSpace ? .space : gap ?? .lineEnd
            case " ", "\t", "\u{0C}": gap = .space
            // A place to hyphenate or to break is no character.
            case "\u{AD}", "\u{200B}", "\u{FEFF}": break
            default:
                closeGap(before: scalar)
                text.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
            }
        }
    }

    /// A line break that the page asks for.
    mutating func breakLine() {
        gap = nil
        text += "\n"
    }

    private mutating func closeGap(before next: Unicode.Scalar?) {
        defer { gap = nil }
        guard let gap, let last = text.unicodeScalars.last, last != "\n" else { return }
        if gap == .lineEnd, WebLine.isWide(last), next.map(WebLine.isWide) == true { return }
        text += " "
    }

    /// Chinese characters and marks, between which no space is written.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
        case 0x2018...0x201D, 0x2026: true
        default: false
        }
    }
}
