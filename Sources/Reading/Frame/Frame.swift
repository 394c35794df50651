import Reports

/// The prose of a report, cut into sections by their headings.
struct Frame {
    /// The prose before the first heading.
    private(set) var preamble: [String] = []
    /// The prose of each section.
    private(set) var passages: [Section: [String]] = [:]
    /// The line of each heading, with its section, in order.
    private var starts: [(line: Int, section: Section)] = []

    init(prose: [FormScan.Prose], headings: [FoundHeading]) {
        var heads = headings[...]
        var section: Section?
        for (index, piece) in prose.enumerated() {
            if let head = heads.first, head.index == index {
                heads = heads.dropFirst()
                section = head.heading.section
                starts.append((piece.line, head.heading.section))
                passages[head.heading.section, default: []] += head.rest.isEmpty ? [] : [head.rest]
            } else if let section {
                passages[section, default: []].append(piece.text)
            } else {
                preamble.append(piece.text)
            }
        }
    }

    /// The section in which a line of the transcript stands; `nil` before the first heading.
    func section(at line: Int) -> Section? { starts.last { $0.line <= line }?.section }
}
