import Reports

/// What a finding quotes of a report: a place with what stands around it, never a whole text.
///
/// Whoever reads a result may not be the one who may read the report: personal numbers are starred (`String.masked`) in all that
/// leaves here.
package enum Excerpt {
    /// So many characters are quoted whole.
    private static let whole = 240
    /// So many characters stand around a place in a longer text.
    private static let reach = 90
    /// So many characters of a place itself are quoted: a table row of 25 joined ones has 60.
    private static let longest = 1_500
    /// So many characters of a word or a name.
    package static let longestWord = 200
    /// No personal number is longer, separators included.
    private static let margin = 64
    /// A character takes any number of bytes; ideographs take three.
    private static let bytesPerCharacter = 4

    /// The place with what stands around it in its text, … where the text goes on. Takes time linear in what is quoted.
    static func around(_ place: Substring) -> String {
        let text = place.base
        guard text.isLonger(than: whole) else {
            return starred(text[...], within: text).cut(toBytes: whole * bytesPerCharacter)
        }
        let end = text.index(place.startIndex, offsetBy: longest, limitedBy: place.endIndex) ?? place.endIndex
        let quoted = text.widened(place.startIndex..<end, by: reach)
        let before = quoted.lowerBound > text.startIndex ? "…" : ""
        let after = quoted.upperBound < text.endIndex ? "…" : ""
        let limit = (longest + 2 * reach) * bytesPerCharacter
        return before + starred(text[quoted], within: text).cut(toBytes: limit) + after
    }

    /// A word or a name, cut at its end where it is long.
    package static func word(_ text: String, longest: Int = longestWord) -> String {
        let end = text.index(text.startIndex, offsetBy: longest, limitedBy: text.endIndex) ?? text.endIndex
        let word = starred(text[..<end], within: text).cut(toBytes: longest * bytesPerCharacter)
        return end < text.endIndex ? word + "…" : word
    }

    /// Several texts, a line each.
    static func lines(_ texts: some Sequence<String>) -> Substring {
        texts.map { word($0) }.joined(separator: "\n")[...]
    }

    /// A part of a text with its personal numbers starred, those also that the cut divides.
    private static func starred(_ part: Substring, within text: String) -> String {
        let range = part.startIndex..<part.endIndex
        let wide = text.widened(range, by: margin)
        let lead = text.distance(from: wide.lowerBound, to: range.lowerBound)
        let trail = text.distance(from: range.upperBound, to: wide.upperBound)
        return String(String(text[wide]).masked.dropFirst(lead).dropLast(trail))
    }
}

extension String {
    /// Whether there are more characters than so many; takes no longer than to count these.
    fileprivate func isLonger(than count: Int) -> Bool {
        index(startIndex, offsetBy: count, limitedBy: endIndex).map { $0 < endIndex } ?? false
    }

    /// A range with so many characters more on each side, as far as there are.
    fileprivate func widened(_ range: Range<Index>, by reach: Int) -> Range<Index> {
        let start = index(range.lowerBound, offsetBy: -reach, limitedBy: startIndex) ?? startIndex
        let end = index(range.upperBound, offsetBy: reach, limitedBy: endIndex) ?? endIndex
        return start..<end
    }

    /// The text, cut where it has more bytes than so many: one character may have a million marks.
    fileprivate func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(startIndex, offsetBy: limit)
        while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end]) + "…"
    }
}
