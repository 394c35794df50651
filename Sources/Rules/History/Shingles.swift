/// A text as the set of its short runs of letters, to tell how much of one text stands in another.
///
/// Chinese has no spaces between words, so a run of six letters takes the place of a few words. Digits do not count: a text that
/// only has new numbers is the same text.
package struct Shingles: Sendable, Equatable {
    private static let length = 6
    private let runs: Set<String>
    /// How many letters the text has.
    package let letters: Int

    package init(_ paragraphs: some Sequence<String>) {
        let letters = paragraphs.joined().filter { $0.isLetter && !$0.isNumber }
        let characters = Array(letters)
        self.letters = characters.count
        guard characters.count >= Self.length else {
            runs = []
            return
        }
        runs = Set((0...characters.count - Self.length).map { String(characters[$0..<$0 + Self.length]) })
    }

    /// The share of the runs of both texts that they have in common, 0 to 100.
    package func likeness(to other: Shingles) -> Int {
        guard !runs.isEmpty, !other.runs.isEmpty else { return 0 }
        let common = runs.intersection(other.runs).count
        return common * 100 / (runs.count + other.runs.count - common)
    }
}
