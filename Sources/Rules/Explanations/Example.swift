package import Reports

/// A piece of a report of a made-up bureau, and where it stands.
///
/// All pieces but a situation can be put into the sample report of 青岚市水利局, whose numbers they share: so the tests show that
/// each does what it is an example of.
package enum Example: Sendable, Equatable {
    /// What stands before the first section, a paragraph a line.
    case opening(String)
    /// The sections that are there, in the order in which they stand.
    case sections([Section])
    /// The heading of a section, as printed.
    case heading(Section, String)
    /// The words of a section, a paragraph a line.
    case prose(Section, String)
    /// Rows of the tables, a bar between the cells.
    case rows([Row])
    /// The words of a label or head, where the form has others.
    case wording(String, of: String)
    /// What no single report shows, or no piece of one, told in a sentence.
    case situation(String)

    /// A row of a table with the cells printed in it, `9 | 3 | 0`.
    package struct Row: Sendable, Equatable {
        package let at: Place
        package let cells: String

        init(_ at: Place, _ cells: String) {
            self.at = at
            self.cells = cells
        }
    }

    /// The example in print, a paragraph or row a line.
    package var lines: [String] {
        switch self {
        case .opening(let words), .prose(_, let words): words.split(separator: "\n").map(String.init)
        case .sections(let sections): sections.map(\.heading)
        case .heading(_, let heading): [heading]
        case .rows(let rows): rows.map { "\($0.at.description)：\($0.cells)" }
        case .wording(let words, _): [words]
        case .situation(let words): [words]
        }
    }
}
