/// Raised digits behind a word or a number: they refer to a note, and 7 with one of them is not 71.
enum NoteMark {
    /// Whether a raised text is nothing else.
    static func isMark(_ text: some StringProtocol) -> Bool {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        return !scalars.isEmpty && scalars.count <= longest && scalars.allSatisfy(isPart)
    }

    /// Whether a raised character can be one of them.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("\u{2460}"..."\u{2473}").contains(scalar) || signs.contains(scalar)
    }

    private static let longest = 8
    private static let signs = Set("[]()〔〕（）［］*※注,，".unicodeScalars)
}
