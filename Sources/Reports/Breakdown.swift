/// A total that a sentence states together with all its parts.
package struct Breakdown: Sendable, Hashable, Codable {
    package var total: Int
    /// The parts of the same measure and level, in the order in which they stand.
    package var parts: [Int]
    /// The measure word of the total: 条, 件.
    package var unit: String
    /// The sentence, as printed.
    package var sentence: String
    package var section: Section

    package init(total: Int, parts: [Int], unit: String, sentence: String, section: Section) {
        self.total = total
        self.parts = parts
        self.unit = unit
        self.sentence = sentence
        self.section = section
    }
}
