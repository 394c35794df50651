/// A text as the set of its short runs of letters, to tell how much of one text stands in another.
///
/// Chinese has no spaces between words, so a run of six letters takes the place of a few words. Digits do not count: a text that
/// only has new numbers is the same text.
package struct Shingles: Sendable, Equatable {
    private static let length = 6
    /// The runs by their hashes: sets of numbers are compared many times faster than sets of strings.
    private let runs: Set<UInt64>
    /// How many letters the text has.
    package let letters: Int

    package init(_ paragraphs: some Sequence<String>) {
        self.init(letters: Self.letters(of: paragraphs))
    }

    private init(letters: [UInt64]) {
        self.letters = letters.count
        guard letters.count >= Self.length else {
            runs = []
            return
        }
        runs = Set(
            (0...letters.count - Self.length).map { start in
                letters[start..<start + Self.length].reduce(0) { ($0 ^ $1).mixed }
            })
    }

    private static func letters(of paragraphs: some Sequence<String>) -> [UInt64] {
        paragraphs.flatMap { paragraph in
            paragraph.lazy.filter { $0.isLetter && !$0.isNumber }.map { letter in
                letter.unicodeScalars.reduce(0) { ($0 ^ UInt64($1.value)).mixed }
            }
        }
    }

    /// What the text is looked for by among many.
    package var sketch: Sketch { Sketch(of: runs) }

    /// The share of the runs of both texts that they have in common, 0 to 100; 0 where it can't come to `least`.
    package func likeness(to paragraphs: some Sequence<String>, atLeast least: Int = 0) -> Int {
        let others = Self.letters(of: paragraphs)
        // Texts of very different length have little in common; that is seen without cutting them into runs.
        guard min(letters, others.count) * 100 >= max(letters, others.count) * least else { return 0 }
        let other = Shingles(letters: others)
        guard !runs.isEmpty, !other.runs.isEmpty else { return 0 }
        let common = runs.intersection(other.runs).count
        return common * 100 / (runs.count + other.runs.count - common)
    }
}
