/// The name of a body in comparable form, and how two names can mean the same body.
///
/// Bureaus write themselves in full (黄石市经济和信息化局), without the place (经济和信息化局) or in short (市经信局), and an office of theirs
/// may sign (黄石市经济和信息化局办公室).
package struct AgencyName: Sendable, Hashable {
    /// The letters, without spaces, punctuation and the office that signs.
    package let letters: String

    package init(_ text: some StringProtocol) {
        let letters = String(text.filter(\.isLetter))
        let offices = ["办公室", "综合科", "秘书科"]
        let office = offices.first {
            letters.hasSuffix($0) && letters.count >= $0.count + 4 && Self.isBody(letters.dropLast($0.count))
        }
        self.letters = String(letters.dropLast(office?.count ?? 0))
    }

    /// Whether the two names can be one body's: the same, one with its place in front, or one short for the other.
    package func canMean(_ other: AgencyName) -> Bool {
        let (short, long) = letters.count <= other.letters.count ? (letters, other.letters) : (other.letters, letters)
        if short.isEmpty { return false }
        return long.hasSuffix(short) || AgencyName.isShortForm(short, of: long)
    }

    /// Whether the letters of a short form stand in the long one in the same order, and both end alike: 市经信局.
    private static func isShortForm(_ short: String, of long: String) -> Bool {
        guard short.count >= 3, short.last == long.last else { return false }
        var rest = long[...]
        for letter in short {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }

    private static func isBody(_ text: Substring) -> Bool {
        ["局", "委", "厅", "会", "府", "心", "处", "院", "办", "署"].contains { text.hasSuffix($0) }
    }
}
