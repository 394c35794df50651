import Reports

/// A part of a report's prose with its place.
struct Passage {
    let at: Place
    /// A paragraph each.
    let paragraphs: [String]

    var text: String { paragraphs.joined(separator: "\n") }

    /// The prose of a report in the order of the form; what stands before the first heading is at the title.
    static func all(in report: Report) -> [Passage] {
        [Passage(at: .title, paragraphs: report.preamble)]
            + Section.allCases.map { Passage(at: .section($0), paragraphs: report.passages[$0] ?? []) }
    }

    /// A hit for each text that a search finds, quoted with its paragraph.
    func hits(_ search: (Passage) -> [String]) -> [Hit] {
        search(self).map { found in
            let paragraph = paragraphs.first { $0.mentions(found) } ?? found
            return Hit(at: at, excerpt: paragraph.excerpted(around: found), facts: ["found": .text(found)])
        }
    }
}
