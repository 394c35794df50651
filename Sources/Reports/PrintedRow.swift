/// A row of numbers as the report prints it.
package struct PrintedRow: Sendable, Hashable, Codable {
    /// How near the row's label is to the form's.
    package enum Wording: String, Sendable, Hashable, Codable {
        /// The form's words; width, spaces, punctuation and numbering aside.
        case official
        /// Other words, or misprinted ones.
        case different
    }

    /// The row's label, as printed. Empty where the form prints none (table 4).
    package var label: String
    package var wording: Wording
    /// One cell a column of the form; `nil` when the values can't be told apart, so that none is guessed.
    package var cells: [Cell]?
    /// What stands in cells whose number has a note, a unit or a sign beside it, as printed, by column: 22（其中修订16件）.
    package var notes: [Int: String]
    /// How many values stood in the row: more or fewer than the form has columns is worth a word.
    package var printed: Int
    /// The raw cells of the row, as the file has them, for a person to check the reading by.
    package var excerpt: String

    package init(
        label: String, wording: Wording = .official, cells: [Cell]?, notes: [Int: String] = [:], printed: Int,
        excerpt: String
    ) {
        self.label = label
        self.wording = wording
        self.cells = cells
        self.notes = notes
        self.printed = printed
        self.excerpt = excerpt
    }

    /// The whole numbers of the row, `nil` unless every cell is one.
    package var counts: [Int]? {
        guard let counts = cells?.map(\.count), !counts.contains(nil) else { return nil }
        return counts.compactMap { $0 }
    }
}
