import Reports

/// A part of a report's prose with its place.
struct Passage {
    let at: Place
    /// A paragraph each.
    let paragraphs: [String]

    /// The prose of a report in the order of the form; what stands before the first heading is at the title.
    static func all(in report: Report) -> [Passage] {
        [Passage(at: .title, paragraphs: report.preamble)]
            + Section.allCases.map { Passage(at: .section($0), paragraphs: report.passages[$0] ?? []) }
    }

    /// A hit for each piece of text that a search finds.
    func hits(_ search: (Passage) -> [Substring]) -> [Hit] {
        search(self).map { Hit(at: at, excerpt: $0, facts: ["found": .text(String($0))]) }
    }
}
