import Reports

extension StringProtocol {
    /// The text without white space, its full-width digits, letters and brackets made narrow.
    var compact: String { Folding.compact(self) }

    /// Only letters and digits: what two titles have in common however they are punctuated.
    var lettersAndDigits: String { Folding.lettersAndDigits(self) }

    /// The text, cut to what stands near a part of it when it is long.
    func excerpted(around part: String, within reach: Int = 60) -> String {
        guard count > 3 * reach, let range = firstRange(of: part) else { return String(self) }
        let start = index(range.lowerBound, offsetBy: -reach, limitedBy: startIndex) ?? startIndex
        let end = index(range.upperBound, offsetBy: reach, limitedBy: endIndex) ?? endIndex
        return (start > startIndex ? "…" : "") + self[start..<end] + (end < endIndex ? "…" : "")
    }
}
