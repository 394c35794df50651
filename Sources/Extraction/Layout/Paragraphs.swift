/// Puts the lines of running text together into paragraphs.
struct Paragraphs {
    /// Where lines begin that go on with a paragraph, and where lines end.
    private let left: Double
    private let right: Double
    /// The distance of two lines of a paragraph, most often.
    private let pitch: Double

    /// Learns from the lines of each page how paragraphs look.
    init(_ pages: [[GlyphLine]]) {
        let long = pages.joined().filter { $0.marks.count > 14 }
        left = Paragraphs.margin(long.map(\.box.left)) ?? -.infinity
        let ends = long.map(\.box.right).sorted()
        right = ends.isEmpty ? .infinity : ends[(ends.count - 1) * 9 / 10]
        let pitches = pages.flatMap { lines in
            zip(lines, lines.dropFirst()).filter { $0.marks.count > 14 && $1.marks.count > 1 }
                .map { $1.baseline - $0.baseline }.filter { $0 > 1 }
        }
        pitch = Paragraphs.most(pitches) ?? .infinity
    }

    /// Whether a line goes on where the one before ended.
    func goesOn(_ line: GlyphLine, after before: GlyphLine, onNextPage: Bool) -> Bool {
        let em = before.size
        // A line ends early where the next word, a long number perhaps, finds no room in it. The lines of a title are centred. It has
        // letters of 18 points where the text has those of 16.
        guard abs(line.size - em) < 0.1 * em, before.box.right + line.firstWord > right - 0.7 * em,
            line.box.left < left + 1.2 * em || abs(line.box.midX - before.box.midX) < 0.2 * em
        else { return false }
        guard onNextPage || line.baseline - before.baseline < max(1.4 * pitch, 1.4 * em) else { return false }
        return !(endsSentence(before) && beginsSection(line))
    }

    /// What stands between two lines of one paragraph.
    func joint(_ before: GlyphLine, _ line: GlyphLine) -> String {
        before.last.isLatin && line.first.isLatin ? " " : ""
    }

    private func endsSentence(_ line: GlyphLine) -> Bool { "。：；！？".unicodeScalars.contains(line.last.scalar) }

    /// `一、`, `（二）`: a number that opens a section.
    private func beginsSection(_ line: GlyphLine) -> Bool {
        let start = String(String.UnicodeScalarView(line.marks.prefix(5).map(\.glyph.scalar)))
        return start.prefixMatch(of: /[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]/) != nil
    }

    /// The least value that is met more than once: the first lines of paragraphs are often more than the others, and indented.
    private static func margin(_ values: [Double]) -> Double? {
        counts(of: values).filter { $0.value > 1 }.keys.min().map { Double($0) * 2 } ?? most(values)
    }

    /// The value met most often, to within two points.
    private static func most(_ values: [Double]) -> Double? {
        counts(of: values).max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) * 2 }
    }

    /// How often values are met, by half of each.
    private static func counts(of values: [Double]) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for value in values where abs(value) < 1e6 { counts[Int((value / 2).rounded()), default: 0] += 1 }
        return counts
    }
}

extension GlyphLine {
    /// How wide its first word is: an ideograph, or a number or name with what clings to it.
    fileprivate var firstWord: Double {
        let word = marks.prefix { mark in
            (mark.glyph.isOpening || !("\u{2E80}"..."\u{FEFF}").contains(mark.glyph.scalar))
                && !mark.followsSpace && mark.gap < 0.5 * mark.glyph.size
        }
        return GlyphLine(part: word.isEmpty ? marks.prefix(1) : word)?.box.width ?? 0
    }
}

extension Glyph {
    /// A bracket that never ends a line.
    fileprivate var isOpening: Bool { "（〔〈《「『【［“‘([".unicodeScalars.contains(scalar) }
}
