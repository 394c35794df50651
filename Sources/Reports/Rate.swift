/// A percentage that a sentence states beside the two numbers it follows from: 收到 8 件，办结 6 件，办结率 75%.
package struct Rate: Sendable, Hashable, Codable {
    /// The percentage as printed, without its sign: 75, 98.5.
    package var percent: String
    package var part: Int
    package var whole: Int
    /// The sentence, as printed.
    package var sentence: String
    package var section: Section

    package init(percent: String, part: Int, whole: Int, sentence: String, section: Section) {
        self.percent = percent
        self.part = part
        self.whole = whole
        self.sentence = sentence
        self.section = section
    }
}
