import Reports

/// How near a printed title is to an official one: the share of letters that differ.
struct Likeness: Comparable {
    private let distance: Int
    private let length: Int

    init(_ words: [Unicode.Scalar], to official: [Unicode.Scalar]) {
        distance = editDistance(words, official)
        length = max(words.count, official.count)
    }

    /// That of a title to itself.
    static let same = Likeness([], to: [])

    static func < (left: Likeness, right: Likeness) -> Bool {
        left.distance * right.length < right.distance * left.length
    }

    /// Whether a title so near is the section's heading. A line in the form's own numbering may differ most; one in another
    /// numbering must bear the section's number, one in brackets or without any must be the title itself.
    func isEnough(for numbering: HeadingLine.Numbering, of section: Section) -> Bool {
        switch numbering {
        case .chinese(let number): distance * 5 <= length * (number == section.rawValue ? 3 : 1)
        case .arabic(let number): number == section.rawValue && distance * 5 <= length
        case .bracketed(let number): number == section.rawValue && distance == 0
        case .none: distance == 0
        }
    }
}
