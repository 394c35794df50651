extension StringProtocol {
    /// The text without white space, its full-width digits, letters and brackets made narrow.
    var compact: String {
        String(String.UnicodeScalarView(unicodeScalars.compactMap(\.narrow)))
    }

    /// Only letters and digits: what two titles have in common however they are punctuated.
    var lettersAndDigits: String { compact.filter { $0.isLetter || $0.isNumber } }

    /// Whether one of the words occurs.
    func containsAny(of words: [String]) -> Bool { words.contains { contains($0) } }

    /// The text, cut to what stands near a part of it when it is long.
    func excerpted(around part: String, within reach: Int = 60) -> String {
        guard count > 3 * reach, let range = firstRange(of: part) else { return String(self) }
        let start = index(range.lowerBound, offsetBy: -reach, limitedBy: startIndex) ?? startIndex
        let end = index(range.upperBound, offsetBy: reach, limitedBy: endIndex) ?? endIndex
        return (start > startIndex ? "…" : "") + self[start..<end] + (end < endIndex ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// The scalar in narrow form; `nil` for white space and invisible signs.
    fileprivate var narrow: Unicode.Scalar? {
        if properties.isWhitespace || properties.generalCategory == .format { return nil }
        guard ("\u{FF01}"..."\u{FF5E}").contains(self) else { return self }
        return Unicode.Scalar(value - 0xFEE0)
    }
}
