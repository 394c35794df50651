import Reports

/// Finds the headings of the six sections among the prose.
///
/// Row labels of table 3 (一、本年新收…), list items and lines of a table of contents look like headings too: what decides is the
/// title, the way of numbering, and the order.
struct HeadingFinder {
    /// Each piece of prose taken apart; `nil` where it can be no heading.
    private let lines: [HeadingLine?]
    private var found: [FoundHeading] = []

    init(_ prose: [FormScan.Prose]) {
        lines = prose.map { HeadingLine($0.text) }
    }

    /// The headings in the order in which they stand.
    static func headings(in prose: [FormScan.Prose]) -> [FoundHeading] {
        var finder = HeadingFinder(prose)
        finder.findByTitle()
        finder.leaveOutParts()
        finder.leaveOutContents()
        finder.leaveOutRepeated()
        finder.findByNumber()
        return finder.found
    }

    // MARK: By title

    private mutating func findByTitle() {
        found = lines.enumerated().compactMap { index, line in
            line.flatMap { HeadingFinder.match($0, at: index) }
        }
    }

    /// The heading that a line is, if its title is one of the six or near to it.
    private static func match(_ line: HeadingLine, at index: Int) -> FoundHeading? {
        guard line.isShort, let section = section(of: line) else { return matchRunIn(line, at: index) }
        return FoundHeading(
            index: index, heading: Heading(section: section, marker: line.marker, title: withoutStop(line.title)))
    }

    /// A heading with its text behind it in the same paragraph: 五、存在的主要问题及改进情况。一是…
    private static func matchRunIn(_ line: HeadingLine, at index: Int) -> FoundHeading? {
        guard case .chinese(let number) = line.numbering, let section = Section(rawValue: number) else { return nil }
        for title in [section.longTitle, section.title].compactMap({ $0 }) where line.title.hasPrefix(title) {
            let rest = line.title.dropFirst(title.count)
            guard let stop = rest.first, "。：:. ".contains(stop) else { continue }
            return FoundHeading(
                index: index, heading: Heading(section: section, marker: line.marker, title: title),
                rest: Folding.trim(rest.dropFirst()))
        }
        return nil
    }

    /// The section whose title a line bears, or nearly so where its number allows.
    private static func section(of line: HeadingLine) -> Section? {
        let words = Label(line.title).words
        if let section = exact[words] {
            return Likeness.same.isEnough(for: line.numbering, of: section) ? section : nil
        }
        // Only a number lets a title differ.
        guard line.number != nil, !words.isEmpty else { return nil }
        let letters = Array(words.unicodeScalars)
        let nearest = titles.map { ($0.section, Likeness(letters, to: $0.letters)) }.min { $0.1 < $1.1 }
        guard let (section, likeness) = nearest, likeness.isEnough(for: line.numbering, of: section) else { return nil }
        return section
    }

    /// The letters of every title that a section may bear, a section's own before its long form.
    private static let titles = Section.allCases.flatMap { section in
        [section.title, section.longTitle].compactMap { $0 }.map { title in
            (section: section, letters: Array(Label(title).words.unicodeScalars))
        }
    }

    private static let exact = Dictionary(
        uniqueKeysWithValues: titles.map { (String(String.UnicodeScalarView($0.letters)), $0.section) })

    private static func withoutStop(_ title: String) -> String {
        title.last.map { "。.：:".contains($0) } == true ? String(title.dropLast()) : title
    }

    // MARK: Parts, contents and repetitions

    /// Where sections have the form's numbers, numbers in brackets are those of their parts.
    private mutating func leaveOutParts() {
        let whole = found.filter { lines[$0.index]?.isBracketed == false }
        if whole.count >= 3 { found = whole }
    }

    /// A table of contents has its headings one under another, and each comes again further down.
    private mutating func leaveOutContents() {
        found = found.enumerated().filter { position, heading in
            let isDense = position + 1 < found.count && found[position + 1].index == heading.index + 1
            let comesAgain = found[(position + 1)...].contains { $0.heading.section == heading.heading.section }
            let previousIsDense = position > 0 && found[position - 1].index == heading.index - 1
            return !((isDense || previousIsDense) && comesAgain)
        }.map(\.element)
    }

    /// Of several headings of one section, those in the form's numbering count, and of these the first.
    private mutating func leaveOutRepeated() {
        var kept: [FoundHeading] = []
        for section in Section.allCases {
            let candidates = found.filter { $0.heading.section == section }
            let best = candidates.first { lines[$0.index]?.isChinese == true }
            if let heading = best ?? candidates.first { kept.append(heading) }
        }
        found = kept.sorted { $0.index < $1.index }
    }

    // MARK: By number

    /// A section under a title of its own: between its neighbours, with its number, and no other line like it.
    private mutating func findByNumber() {
        for section in Section.allCases where !found.contains(where: { $0.heading.section == section }) {
            let before = found.last { $0.heading.section < section }?.index ?? -1
            let after = found.first { $0.heading.section > section }?.index ?? lines.count
            guard before < after else { continue }
            let candidates = (before + 1..<after).compactMap { index -> FoundHeading? in
                guard let line = lines[index], line.numbering == .chinese(section.rawValue),
                    line.isShort, line.title.count <= 30, !line.title.contains(where: { "。；;，,".contains($0) })
                else { return nil }
                return FoundHeading(
                    index: index, heading: Heading(section: section, marker: line.marker, title: line.title))
            }
            guard candidates.count == 1, section != .overview || found.first?.heading.section == .disclosure else {
                continue
            }
            found.append(candidates[0])
            found.sort { $0.index < $1.index }
        }
    }
}

extension HeadingLine {
    fileprivate var isBracketed: Bool {
        if case .bracketed = numbering { return true }
        return false
    }

    fileprivate var isChinese: Bool {
        if case .chinese = numbering { return true }
        return false
    }
}
